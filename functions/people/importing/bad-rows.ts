import { fieldMessageIn } from '@kaifong/shared/kernel/field-messages.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { importColumnNames, importColumns, reasonHeading } from '@kaifong/shared/people/importing/import-columns.ts';
import type { RejectedRow } from '@kaifong/shared/people/importing/import-schema.ts';
import * as z from 'zod';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';

/** A row that did not enter, with what is wrong in it. `column` is there when it is one cell. */
export const BadRow = z.object({
  line: z.int(),
  cells: z.array(z.string()),
  faults: z.array(
    z.object({
      column: z.enum(importColumnNames).optional(),
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});
export type BadRow = z.output<typeof BadRow>;

/** The first line of a file of bad rows: the columns of the list, and the reason. */
export function badRowsHeading(headings: readonly string[], language: Language): string {
  return byteOrderMark + csvLine([...headings, reasonHeading[language]]);
}

/** A bad row as it stood in the list, and its reason. */
export function badRowLine(headings: readonly string[], row: BadRow, language: Language): string {
  return csvLine([...headings.map((_, position) => row.cells[position] ?? ''), reasonOf(row, language)]);
}

/**
 * What is wrong in a row, told without it: where a message quotes a cell, which may hold anything when columns slipped,
 * there is an ellipsis.
 */
export function rejectedRow({ faults, ...row }: BadRow, language: Language): RejectedRow {
  const withoutWords = faults.map(({ facts = {}, ...fault }) => ({
    ...fault,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? '…' : fact]),
    ),
  }));
  return { line: row.line, faults: inWords({ ...row, faults: withoutWords }, language) };
}

function reasonOf(row: BadRow, language: Language): string {
  const reasons = inWords(row, language).map(({ column, message }) =>
    column ? `${column}${language === 'en' ? ': ' : '：'}${message}` : message,
  );
  return `${where[language](row.line)}${reasons.join(language === 'en' ? ' ' : '')}`;
}

function inWords({ faults }: BadRow, language: Language): RejectedRow['faults'] {
  return faults.map(({ column, code, facts }) => ({
    ...(column && { column: importColumns[column].label[language] }),
    message: fieldMessageIn(language, { path: column ?? '', code, ...(facts && { facts }) }),
  }));
}

const where: Record<Language, (line: number) => string> = {
  'zh-Hans': (line) => `原文件第 ${line} 行。`,
  'zh-Hant': (line) => `原檔案第 ${line} 行。`,
  en: (line) => `Line ${line} of the file. `,
};
