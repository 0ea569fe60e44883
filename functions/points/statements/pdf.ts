import { fill, type Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { type PrintedPage, printedPage } from '../../platform/printed-page.ts';
import type { Statement } from './statement.ts';
import { printed } from './words.ts';

/** In points. */
const left = 56;
const width = 483;
const dayWidth = 74;
const figureWidth = 56;
/** Below this a line begins on the next page. */
const bottom = 760;

/** A statement as a PDF/A-2b file. */
export function statementPdf(statement: Statement, language: Language, font: Uint8Array): Promise<Buffer> {
  const words = (name: keyof typeof printed) => printed[name][language];
  const { volunteer, month, drawnUpAt, opening, closing, isWhole, lines, expiring } = statement;
  const title = `${words('title')} ${month}`;
  const { page, file } = printedPage({
    ...{ title, author: words('site'), createdAt: drawnUpAt, language, font, margin: left },
  });
  page.fontSize(20).text(title, left, 64, { width });
  page.fontSize(11).fillColor('#555555');
  page.text(`${words('volunteer')}  ${volunteer.name}  ${volunteer.number}`, left, page.y + 6, { width });
  page.y += 14;
  row(page, [words('what'), words('points'), words('balance')], { day: words('day'), isSoft: true });
  rule(page);
  row(page, [words('opening'), '', String(opening)], { day: `${month}-01` });
  for (const { day, words: what, points, balance } of lines)
    row(page, [what, points < 0 ? `− ${-points}` : `+ ${points}`, String(balance)], { day });
  if (lines.length === 0) row(page, [words('none'), '', ''], { day: '', isSoft: true });
  rule(page);
  row(page, [words(isWhole ? 'closing' : 'soFar'), '', String(closing)], { day: '' });
  page.y += 14;
  section(page, fill(words('expiring'), { today: dayOf(drawnUpAt) }));
  for (const { on, points } of expiring) row(page, [fill(words('expires'), { on }), '', String(points)], { day: '' });
  if (expiring.length === 0) row(page, [words('noneExpiring'), '', ''], { day: '', isSoft: true });
  return file();
}

function row(
  page: PrintedPage,
  [what, points, balance]: readonly [string, string, string],
  { day, isSoft = false }: { day: string; isSoft?: boolean },
): void {
  if (page.y > bottom) page.addPage();
  const top = page.y;
  page.fontSize(10).fillColor(isSoft ? '#555555' : '#000000');
  page.text(day, left, top, { width: dayWidth });
  const figures = left + width - 2 * figureWidth;
  page.text(points, figures, top, { width: figureWidth, align: 'right' });
  page.text(balance, figures + figureWidth, top, { width: figureWidth, align: 'right' });
  page.text(what, left + dayWidth, top, { width: width - dayWidth - 2 * figureWidth });
  page.y += 5;
}

function section(page: PrintedPage, heading: string): void {
  if (page.y > bottom - 40) page.addPage();
  page.fontSize(12).fillColor('#000000').text(heading, left, page.y, { width });
  page.y += 6;
}

function rule(page: PrintedPage): void {
  page
    .moveTo(left, page.y)
    .lineTo(left + width, page.y)
    .lineWidth(0.5)
    .stroke('#999999');
  page.y += 6;
}
