import type { Term } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';

/** Whether a term tells of the counsellor; the others tell of the case alone, and are the same for everybody. */
export function isOfTheCounsellor({ name }: Term): boolean {
  return name !== 'base' && name !== 'credit';
}

/** How well a counsellor suits, 0–100: what is left of the score without its part that is the same for all. */
export function fitPercent(terms: readonly Term[]): number {
  const fit = terms.filter(isOfTheCounsellor).reduce((sum, { value }) => sum + value, 0);
  return Math.round(100 * Math.min(1, Math.max(0, fit)));
}
