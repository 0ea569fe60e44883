import { AppError } from '@kaifong/shared/kernel/errors.ts';
import {
  columnOf,
  type ImportColumn,
  importColumns,
  neededColumns,
  reasonHeading,
} from '@kaifong/shared/people/importing/import-columns.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import type { Cells } from '@kaifong/shared/people/importing/import-row.ts';
import { encodingOf, type ImportEncoding } from '@kaifong/shared/people/importing/import-text.ts';
import { csvRecords } from './import-csv.ts';
import { workbookRecords } from './import-workbook.ts';

/** A file that can be read from its beginning as often as one likes. */
export type Bytes = () => AsyncIterable<Uint8Array>;

export type ImportFormat = ImportEncoding | 'xlsx';

/** A record as it stands in a file: where it begins, counted from 1, and its cells. */
export type FileRecord = Readonly<{ line: number; cells: readonly string[] }>;

/** A row as it stood in the file: where it begins, its cells under the file's own headings, and those we understand. */
export type FileRow = Readonly<{
  line: number;
  cells: readonly string[];
  read: Cells;
  hasExtra: boolean;
  isTooLong: boolean;
}>;

/** What a file is, found by reading all of it. */
export type Survey = Readonly<{ format: ImportFormat; headings: string[]; total: number }>;

/** More characters than this in a row are a mistake; such a row is sent back, its long cells cut. */
export const longestRow = 4_000;
const longestCell = 200;

/**
 * Reads a list from end to end, so that one that breaks off somewhere is refused before anything of it is done.
 *
 * @throws AppError import.empty, columnsMissing, unreadable, noList, oldExcel, brokenWorkbook, swollenWorkbook, tooLong
 */
export async function surveyFile(
  bytes: Bytes,
  rules: Readonly<{ ofOneCommunity: boolean; mostRows: number }>,
): Promise<Survey> {
  const format = await formatOf(bytes);
  let headings: string[] | undefined;
  let total = -1;
  for await (const records of recordsOf(bytes, format)) {
    headings ??= records[0] && mustHaveColumns(records[0].cells, rules);
    total += records.length;
    if (total > rules.mostRows) throw new AppError(importErrors.tooLong, { limit: rules.mostRows });
  }
  if (!headings || total < 1) throw new AppError(importErrors.empty);
  return { format, headings, total };
}

/** The rows of a list, in batches. Blank rows are passed over; a column of reasons from an earlier import is left out. */
export async function* rowsOf(bytes: Bytes, format: ImportFormat): AsyncGenerator<FileRow[]> {
  let reader: ((record: FileRecord) => FileRow) | undefined;
  for await (const records of recordsOf(bytes, format)) {
    const rows = reader ? records : records.slice(1);
    reader ??= records[0] && rowReader(records[0].cells);
    if (reader) yield rows.map(reader);
  }
}

async function formatOf(bytes: Bytes): Promise<ImportFormat> {
  for await (const start of bytes()) {
    if (beginsWith(start, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx';
    if (beginsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw new AppError(importErrors.oldExcel);
    break;
  }
  return encodingOf(bytes());
}

const beginsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);

async function* recordsOf(bytes: Bytes, format: ImportFormat): AsyncGenerator<FileRecord[]> {
  if (format !== 'xlsx') return yield* csvRecords(bytes(), format);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes()) chunks.push(chunk);
  yield* workbookRecords(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
}

function mustHaveColumns(cells: readonly string[], rules: Readonly<{ ofOneCommunity: boolean }>): string[] {
  const columns = cells.map(columnOf);
  const missing = neededColumns(rules).filter((column) => !columns.includes(column));
  if (missing.length === 0)
    return positionsKept(cells).map((position) => (cells[position] ?? '').slice(0, longestCell));
  const named = missing.map(
    (column) => `${importColumns[column].label['zh-Hans']} (${importColumns[column].label.en})`,
  );
  throw new AppError(importErrors.columnsMissing, { columns: named.join('、') });
}

function rowReader(headings: readonly string[]): (record: FileRecord) => FileRow {
  const kept = positionsKept(headings);
  const columns: { column: ImportColumn; position: number }[] = [];
  for (const [position, heading] of headings.entries()) {
    const column = columnOf(heading);
    if (column && !columns.some((known) => known.column === column)) columns.push({ column, position });
  }
  return ({ line, cells }) => {
    const read: Partial<Record<ImportColumn, string>> = {};
    for (const { column, position } of columns) read[column] = cells[position] ?? '';
    const isTooLong = cells.reduce((length, cell) => length + cell.length, 0) > longestRow;
    return {
      line,
      cells: kept.map((position) => (isTooLong ? cut(cells[position] ?? '') : (cells[position] ?? ''))),
      read,
      hasExtra: cells.length > headings.length && cells.slice(headings.length).some((cell) => cell !== ''),
      isTooLong,
    };
  };
}

/** So much of a cell of a row that is too long as its owner needs to find it. */
const cut = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell);

function positionsKept(headings: readonly string[]): number[] {
  return headings.flatMap((heading, position) => (isReason(heading) || position >= 100 ? [] : [position]));
}

function isReason(heading: string): boolean {
  return Object.values(reasonHeading).includes(heading);
}
