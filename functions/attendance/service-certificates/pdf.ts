import type { WholeCertificate } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { fill, type Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import { encode } from 'uqr';
import { type PrintedPage as Page, printedPage } from '../../platform/printed-page.ts';
import { printed } from './words.ts';

/** In points. */
const left = 62;
const width = 471;
const labelWidth = 120;

type Print = Readonly<{ language: Language; font: Uint8Array; checkAt: string; seal?: Buffer | undefined }>;

/**
 * A certificate as a PDF/A-2b file, in which the signs of the font that it needs are embedded. The same certificate gives the same page.
 *
 * @param print.seal a PNG or JPEG, in place of where a seal would go on paper
 * @param print.checkAt the address at which everybody sees whether the certificate holds
 */
export async function certificatePdf(
  certificate: WholeCertificate,
  { language, font, checkAt, seal }: Print,
): Promise<Buffer> {
  const words = (name: keyof typeof printed) => printed[name][language];
  const { page, file } = printedPage({
    title: `${words('title')} ${certificate.number}`,
    author: certificate.issuer.name,
    createdAt: certificate.issuedAt,
    ...{ language, font, margin: left },
  });

  page.fontSize(23).text(words('title'), left, 70, { width, align: 'center' });
  page.fontSize(10).text(`${words('number')}  ${certificate.number}`, left, page.y + 6, { width, align: 'center' });
  if (certificate.state !== 'valid') stamp(page, words(certificate.state));
  page.y += 16;
  for (const [label, value] of factsOf(certificate, language)) fact(page, label, value);
  served(page, certificate, language);
  const { issuer, issuedAt } = certificate;
  page.y += 10;
  if (page.y > 560) page.addPage();
  for (const [label, value] of [
    [words('issuer'), issuer.name],
    [words('responsible'), issuer.responsible],
    [words('handler'), issuer.handler],
    [words('contact'), issuer.contact],
    [words('issuedOn'), dayOf(issuedAt)],
    [words('notes'), words('note')],
  ] as const)
    fact(page, label, value);
  const top = foot(page, checkAt, words('scan'));
  if (seal) page.image(seal, left + width - 130, top - 10, { fit: [110, 110], align: 'center', valign: 'center' });
  else page.fontSize(11).text(words('seal'), left + width - 150, top + 40, { width: 150, align: 'center' });
  return file();
}

function factsOf(certificate: WholeCertificate, language: Language): [label: string, value: string][] {
  const { name, documentKind, documentNumber, volunteerNumber, minutes, from, until } = certificate;
  const words = (key: keyof typeof printed) => printed[key][language];
  return [
    [words('name'), name],
    [words('document'), `${documentKindNames[documentKind][language]}  ${documentNumber}`],
    [words('volunteerNumber'), volunteerNumber],
    [words('span'), fill(words('until'), { from, until })],
    [words('total'), inHours(minutes, language)],
  ];
}

const inHours = (minutes: number, language: Language) =>
  fill(printed.hours[language], { hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** One line of what is certified. */
function fact(page: Page, label: string, value: string): void {
  const top = page.y;
  page.fontSize(11).fillColor('#555555').text(label, left, top, { width: labelWidth });
  const end = page.y;
  page.fillColor('#000000').text(value, left + labelWidth, top, { width: width - labelWidth });
  page.y = Math.max(end, page.y) + 6;
}

/** What was served, title by title. */
function served(page: Page, { content, minutes }: WholeCertificate, language: Language): void {
  const columns = [left, left + width - 170, left + width - 110] as const;
  const row = (cells: readonly [string, string, string], colour: string) => {
    if (page.y > 760) page.addPage();
    const top = page.y;
    page.fontSize(10).fillColor(colour);
    page.text(cells[1], columns[1], top, { width: 50, align: 'right' });
    page.text(cells[2], columns[2], top, { width: 110, align: 'right' });
    page.text(cells[0], columns[0], top, { width: width - 180 });
    page.y += 4;
  };
  page.y += 6;
  row([printed.content[language], printed.times[language], printed.time[language]], '#555555');
  page
    .moveTo(left, page.y)
    .lineTo(left + width, page.y)
    .lineWidth(0.5)
    .stroke('#999999');
  page.y += 6;
  for (const each of content) row([each.title, String(each.times), inHours(each.minutes, language)], '#000000');
  if (content.reduce((sum, each) => sum + each.minutes, 0) < minutes) row([printed.rest[language], '', ''], '#555555');
}

/** The code by which everybody checks. @returns how far down it begins */
function foot(page: Page, checkAt: string, scan: string): number {
  const { size, data } = encode(checkAt, { ecc: 'M', border: 2 });
  const side = 92;
  const top = Math.min(page.y + 16, 700);
  const module = side / size;
  page.fillColor('#000000');
  data.forEach((cells, y) => {
    cells.forEach((isDark, x) => {
      if (isDark) page.rect(left + x * module, top + y * module, module, module);
    });
  });
  page.fill();
  page.fontSize(9).text(`${scan}\n${checkAt}`, left + side + 10, top + 26, { width: 190 });
  return top;
}

/** A word across the page of what holds no more. */
function stamp(page: Page, word: string): void {
  const { y } = page;
  page.save().rotate(-30, { origin: [297, 420] });
  page.fontSize(80).fillColor('#f3c6c0').text(word, 97, 370, { width: 400, align: 'center', lineBreak: false });
  page.restore();
  page.y = y;
}
