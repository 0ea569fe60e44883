import type { Term } from '@kaifong/shared/care/counsellor-schema.ts';

/** What a score says of the case alone, and so is the same for every counsellor. */
const ofTheCase: ReadonlySet<Term['name']> = new Set(['base', 'credit']);

/** How well a counsellor suits, 0–100: what is left of the score without its part that is the same for all. */
export function fitPercent(terms: readonly Term[]): number {
  const fit = terms.filter(({ name }) => !ofTheCase.has(name)).reduce((sum, { value }) => sum + value, 0);
  return Math.round(100 * Math.min(1, Math.max(0, fit)));
}
