import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import type { RosterCandidate, RosterNeed } from './open-week.ts';
import type { Assignment, RosterProblem } from './problem.ts';
import type { RosterShiftItem } from './roster.table.ts';
import type { Pair, Wishes } from './run-model.ts';

/** A roster that was worked out: who is to serve where beside those who are locked, and all that tells why. */
export type MadeRoster = Readonly<{
  /** The shifts as they were open; `problem` has them in the same order without the places that are locked. */
  open: readonly RosterNeed[];
  asked: readonly RosterCandidate[];
  problem: RosterProblem;
  earlier: readonly RosterShiftItem[];
  wishes: Wishes;
  /** The pairs that are locked. */
  held: readonly Pair[];
  isWishedTime: (person: number, shift: number) => boolean;
  assignments: readonly Assignment[];
  gapPercent: number;
}>;

export const minutesOf = ({ startsAt, endsAt }: TimeRange): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
