import { fill, type Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import type { ImportReport } from '@kaifong/shared/people/importing/import-schema.ts';
import { badRowsKeptFor, type VolunteerImportItem } from './import.table.ts';

/** An import that has not moved for so long, in milliseconds, is offered to be called again. */
const stuckAfter = 90_000;

/** Whether an import has work to do. */
export const isAtIt = ({ state }: VolunteerImportItem) => state === 'reading' || state === 'working';

/** How an import stands, in the language of who asks. */
export function reportOf(item: VolunteerImportItem, now: Instant, language: Language): ImportReport {
  const refusal = refusalOf(item, language);
  return {
    ...item,
    ...paceOf(item),
    refusal,
    isStuck: isAtIt(item) && Date.parse(now) - Date.parse(item.movedAt) > stuckAfter,
    badRowsUntil: shiftBy(item.startedAt, badRowsKeptFor),
  };
}

/** How fast an import goes through its rows, and how long the rest takes at that pace. */
function paceOf({ state, total, done, workedFor = 0 }: VolunteerImportItem) {
  if (state !== 'working' || total === undefined || workedFor < 1000 || done === 0) return {};
  const rate = done / (workedFor / 1000);
  return { rowsPerSecond: Math.max(1, Math.round(rate)), secondsLeft: Math.ceil((total - done) / rate) };
}

/** Why a list was refused as a whole, in words. */
export function refusalOf({ refusal }: VolunteerImportItem, language: Language): string | undefined {
  if (!refusal) return undefined;
  const definition = Object.values(importErrors).find(({ code }) => code === refusal.code);
  return fill((definition ?? platformErrors.fault).say[language], refusal.facts);
}
