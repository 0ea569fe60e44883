import * as z from 'zod';
import { languages } from '../../kernel/language.ts';

/** A month, `2026-11`. */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'field.choice' });

export const StatementParams = z.object({ month: Month });

export const statementForms = ['pdf', 'csv'] as const;

export const StatementQuery = z.object({
  form: z.enum(statementForms, { error: 'field.choice' }),
  language: z.enum(languages).default('zh-Hans'),
});
export type StatementQuery = z.output<typeof StatementQuery>;

/** A statement as a file, base64. */
export const StatementFile = z.object({ name: z.string(), content: z.string() });
