import { fieldMessageIn } from '@kaifong/shared/kernel/field-messages.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { importColumnNames, importColumns, reasonHeading } from '@kaifong/shared/people/import-columns.ts';
import type { RejectedRow } from '@kaifong/shared/people/import-schema.ts';
import * as z from 'zod';

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

/**
 * Bad rows as a file for a spreadsheet: the columns of the list, and the reason. It begins with a byte-order mark,
 * without which Excel reads Chinese as something else; a cell that a spreadsheet would take for a formula begins with
 * an apostrophe.
 */
export function badRowsCsv(headings: readonly string[], rows: readonly BadRow[], language: Language): string {
  const lines = [
    [...headings, reasonHeading[language]],
    ...rows.map((row) => [...headings.map((_, position) => row.cells[position] ?? ''), reasonOf(row, language)]),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
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

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
