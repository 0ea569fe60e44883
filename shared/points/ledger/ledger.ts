import * as z from 'zod';
import { Instant } from '../../kernel/time.ts';
import { AccountName, isFund, mayOwe } from './accounts.ts';

/** Points that enter an account, or leave it when negative. */
export const Leg = z.object({ account: AccountName, amount: z.int() });
export type Leg = z.infer<typeof Leg>;

/**
 * A movement of points between accounts. Its legs sum to zero, and its reference is booked once; it is never changed.
 */
export const Posting = z.object({
  reference: z.string().min(1),
  at: Instant,
  legs: z
    .array(Leg)
    .refine((legs) => sumOf(legs) === 0, { error: 'the legs of a posting sum to zero' })
    .refine((legs) => legs.filter(({ account }) => isVolunteers(account)).length < 2, {
      error: 'a posting touches one volunteer',
    }),
});
export type Posting = z.infer<typeof Posting>;

const volunteerPrefix = 'volunteer:';

function isVolunteers(account: string): boolean {
  return account.startsWith(volunteerPrefix);
}

/** The volunteer whose account a posting touches, if it touches one. */
export function volunteerOf(legs: readonly Leg[]): { id: string; account: string } | undefined {
  const leg = legs.find(({ account }) => isVolunteers(account));
  return leg && { id: leg.account.slice(volunteerPrefix.length), account: leg.account };
}

/** The fund that a posting touches, if it touches one. */
export function fundOf(legs: readonly Leg[]): string | undefined {
  return legs.find(({ account }) => isFund(account))?.account;
}

/** What is wrong with a ledger. */
export type Discrepancy =
  | { kind: 'unbalanced'; reference: string; sum: number }
  | { kind: 'bookedTwice'; reference: string }
  | { kind: 'differs'; account: string; posted: number; balance: number }
  | { kind: 'belowZero'; account: string; balance: number };

/** Holds every balance against the postings that should have made it; a sound ledger has no discrepancy. */
export function reconcile(postings: readonly Posting[], balances: ReadonlyMap<string, number>): Discrepancy[] {
  const found: Discrepancy[] = [];
  const references = new Set<string>();
  const posted = new Map<string, number>();
  for (const { reference, legs } of postings) {
    if (references.has(reference)) found.push({ kind: 'bookedTwice', reference });
    references.add(reference);
    if (sumOf(legs) !== 0) found.push({ kind: 'unbalanced', reference, sum: sumOf(legs) });
    for (const { account, amount } of legs) posted.set(account, (posted.get(account) ?? 0) + amount);
  }
  for (const account of new Set([...posted.keys(), ...balances.keys()])) {
    const should = posted.get(account) ?? 0;
    const balance = balances.get(account) ?? 0;
    if (balance !== should) found.push({ kind: 'differs', account, posted: should, balance });
    if (balance < 0 && !mayOwe(account)) found.push({ kind: 'belowZero', account, balance });
  }
  return found;
}

/** What was found, for an operator, a line each: `differs account volunteer:vol_… posted 3 balance 5`. */
export function inWords(found: readonly Discrepancy[]): string {
  return found.map(({ kind, ...facts }) => [kind, ...Object.entries(facts).flat()].join(' ')).join('\n');
}

function sumOf(legs: readonly Leg[]): number {
  return legs.reduce((sum, { amount }) => sum + amount, 0);
}
