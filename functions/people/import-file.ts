import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import {
  columnOf,
  type ImportColumn,
  importColumns,
  neededColumns,
  reasonHeading,
} from '@kaifong/shared/people/import-columns.ts';
import type { Cells } from '@kaifong/shared/people/import-row.ts';
import { CsvError, parse } from 'csv-parse/sync';

/** A row as it stood in the file: where it begins, its cells under the file's own headings, and those we understand. */
export type FileRow = Readonly<{ line: number; cells: readonly string[]; read: Cells; hasExtra: boolean }>;

export type ImportFile = Readonly<{ headings: readonly string[]; rows: readonly FileRow[] }>;

/** A row longer than this is a quotation mark that was never closed. In characters. */
const longestRow = 4_000;

/**
 * The rows of a list. Blank rows are passed over; a column of reasons from an earlier import is left out.
 *
 * @throws AppError people.importUnreadable, people.importEmpty, people.importColumnsMissing, people.importTooLong
 */
export function readImportFile(csv: string, rules: { ofOneCommunity: boolean; mostRows: number }): ImportFile {
  const [first, ...records] = recordsOf(csv, rules.mostRows);
  if (!first || records.length === 0) throw new AppError(peopleErrors.importEmpty);
  if (records.length > rules.mostRows) throw new AppError(peopleErrors.importTooLong, { limit: rules.mostRows });

  const kept = first.cells.flatMap((heading, position) => (isReason(heading) ? [] : [position]));
  const columns = first.cells.map(columnOf);
  const missing = neededColumns(rules).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const named = missing.map(
      (column) => `${importColumns[column].label['zh-Hans']} (${importColumns[column].label.en})`,
    );
    throw new AppError(peopleErrors.importColumnsMissing, { columns: named.join('、') });
  }
  return {
    headings: kept.map((position) => first.cells[position] ?? ''),
    rows: records.map(({ line, cells }) => ({
      line,
      cells: kept.map((position) => cells[position] ?? ''),
      read: readCells(cells, columns),
      hasExtra: cells.slice(first.cells.length).some((cell) => cell !== ''),
    })),
  };
}

function recordsOf(csv: string, mostRows: number): { line: number; cells: string[] }[] {
  const text = csv.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const firstLine = text.slice(0, Math.max(0, text.indexOf('\n')));
  try {
    const records = parse(text, {
      delimiter: firstLine.includes('\t') ? '\t' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: longestRow,
      to: mostRows + 2,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record.map(withoutGuard),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError(peopleErrors.importUnreadable, { line: Number(error.lines ?? 1) });
  }
}

function readCells(cells: readonly string[], columns: readonly (ImportColumn | undefined)[]): Cells {
  const read: Partial<Record<ImportColumn, string>> = {};
  for (const [position, column] of columns.entries()) if (column) read[column] ??= cells[position] ?? '';
  return read;
}

/**
 * A cell without the apostrophe that keeps a spreadsheet from taking it for a formula, which the file of bad rows puts
 * there.
 */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '');
}

function isReason(heading: string): boolean {
  return Object.values(reasonHeading).includes(heading);
}
