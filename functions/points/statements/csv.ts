import { fill, type Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';
import type { Statement } from './statement.ts';
import { printed } from './words.ts';

/** A statement for a spreadsheet. What comes and what goes are columns of their own, so that no figure begins with a sign. */
export function statementCsv(statement: Statement, language: Language): string {
  const words = (name: keyof typeof printed) => printed[name][language];
  const { month, opening, lines, closing, isWhole, expiring, drawnUpAt } = statement;
  const rows = [
    [words('day'), words('what'), words('came'), words('went'), words('balance')],
    [`${month}-01`, words('opening'), '', '', String(opening)],
    ...lines.map(({ day, words: what, points, balance }) => [
      ...[day, what, points > 0 ? String(points) : '', points < 0 ? String(-points) : '', String(balance)],
    ]),
    [isWhole ? month : dayOf(drawnUpAt), words(isWhole ? 'closing' : 'soFar'), '', '', String(closing)],
    ...expiring.map(({ on, points }) => [on, fill(words('expires'), { on }), '', String(points), '']),
  ];
  return byteOrderMark + rows.map(csvLine).join('');
}
