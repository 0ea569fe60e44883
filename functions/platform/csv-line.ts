/** What a spreadsheet would take for the beginning of a formula; in Chinese settings also the full-width signs. */
export const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Without it Excel reads Chinese as something else. */
export const byteOrderMark = '\uFEFF';

/** A whole number below zero, which a spreadsheet reads as no more than that; with a guard, other systems read no number. */
const wholeNumber = /^-\d+$/;

/**
 * A line of a file for a spreadsheet. A cell that would be taken for a formula begins with an apostrophe, so that nothing in
 * it is ever carried out.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const safe = formulaStart.test(text) && !wholeNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `csvLine` made it safe. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell;
}
