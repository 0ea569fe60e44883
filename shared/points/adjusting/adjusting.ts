import { kindOf, type Scope } from '../../organisation/scope.ts';
import { pointsSettings } from '../rules/rules.ts';

/** The most points that one adjustment moves, by how wide the branch of the coordinator is who asks for it or decides. */
export const mostPerAdjustment = { community: 20, street: 100, district: 500 } as const;

/** The most points that one coordinator moves in a calendar month, asking and deciding together, by how wide the branch is. */
export const mostAdjustedByMonth = { community: 100, street: 500, district: 2_000 } as const;

/** The most points that are moved of one volunteer in a calendar month, added and taken together. */
export const mostAdjustedOfOne = 500;

/** The most that somebody with these branches may move at once, of whom they all cover; 0 for one who may move none. */
export function mostAdjustable(branches: readonly Scope[]): number {
  return widest(mostPerAdjustment, branches);
}

/** The same for a calendar month. */
export function mostAdjustableInMonth(branches: readonly Scope[]): number {
  return widest(mostAdjustedByMonth, branches);
}

function widest(limits: Readonly<Record<string, number>>, branches: readonly Scope[]): number {
  return Math.max(0, ...branches.map((branch) => limits[kindOf(branch)] ?? 0));
}

export type AdjustingVerdict = 'granted' | 'tooFewPoints' | 'noRoom';

/** Whether an account can take an adjustment: it never goes below zero, nor above the most that it holds. */
export function adjustingVerdict({ points, balance }: Readonly<{ points: number; balance: number }>): AdjustingVerdict {
  if (balance + points < 0) return 'tooFewPoints';
  if (points > 0 && balance + points > pointsSettings.balanceCap) return 'noRoom';
  return 'granted';
}
