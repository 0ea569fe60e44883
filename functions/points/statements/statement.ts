import { fill, type Language } from '@kaifong/shared/kernel/language.ts';
import { type Day, dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { entryInWords } from '@kaifong/shared/points/ledger/entry-words.ts';
import type { Expiring, PointsEntry } from '@kaifong/shared/points/schema.ts';
import { printed } from './words.ts';

/** A month of somebody's points in words. */
export type Statement = Readonly<{
  volunteer: Readonly<{ name: string; number: string }>;
  month: string;
  /** Whether the month is over. */
  isWhole: boolean;
  drawnUpAt: Instant;
  opening: number;
  lines: readonly Readonly<{ day: Day; words: string; points: number; balance: number }>[];
  closing: number;
  /** As of when it was drawn up. */
  expiring: readonly Expiring[];
}>;

/** What an entry says on a statement: when it was booked, how it was reckoned, and what of it was above the cap. */
export function lineOf({ at, points, balance, because }: PointsEntry, language: Language) {
  const words = entryInWords({ points, because }, language);
  const { toFund } = because;
  return {
    day: dayOf(at),
    words: toFund > 0 ? fill(printed.toFund[language], { words, points: toFund }) : words,
    ...{ points, balance },
  };
}
