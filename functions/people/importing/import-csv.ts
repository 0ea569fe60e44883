import { finished, Readable } from 'node:stream';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import { type ImportEncoding, textOf } from '@kaifong/shared/people/importing/import-text.ts';
import { withoutGuard } from '../../platform/csv-line.ts';
import type { FileRecord } from './import-file.ts';

/** A record longer than this, in bytes, is a quotation mark that was never closed. */
const longestRecord = 100_000;

/** The records of a CSV file, by comma or tab, in batches. @throws AppError import.unreadable, import.noList */
export async function* csvRecords(
  bytes: AsyncIterable<Uint8Array>,
  encoding: ImportEncoding,
): AsyncGenerator<FileRecord[]> {
  const { CsvError, parse } = await import('csv-parse');
  const texts = textOf(bytes, encoding);
  let text = '';
  while (!text.includes('\n')) {
    const next = await texts.next();
    if (next.done) break;
    text += next.value;
  }
  const heading = text.split('\n', 1)[0] ?? '';
  const parser = parse({
    delimiter: heading.includes('\t') ? '\t' : ',',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    max_record_size: longestRecord,
    record_delimiter: '\n',
  });
  const source = Readable.from(plainText(text, texts));
  finished(source, (error) => error && parser.destroy(error));
  try {
    let batch: FileRecord[] = [];
    for await (const { info, record } of source.pipe(parser) as AsyncIterable<Parsed>) {
      batch.push({ line: info.lines - lineEndsIn(record), cells: record.map(withoutGuard) });
      if (batch.length < 500) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } catch (error) {
    if (error instanceof CsvError) throw new AppError(importErrors.unreadable, { line: Number(error.lines ?? 1) });
    throw error;
  } finally {
    source.destroy();
  }
}

type Parsed = Readonly<{ info: { lines: number }; record: string[] }>;

/** @throws AppError import.noList for what no text holds */
async function* plainText(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  const checked = (text: string) => {
    if (text.includes('\0')) throw new AppError(importErrors.noList);
    return text;
  };
  yield checked(first);
  for await (const text of rest) if (text) yield checked(text);
}

/** How many line ends stand in cells: a record is told by the line that it ends on. */
function lineEndsIn(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
}
