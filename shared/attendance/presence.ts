import * as z from 'zod';
import { Instant } from '../kernel/time.ts';

/**
 * How somebody was seen to come or go: by the code on the leader's screen, by that code but told later, ticked by a leader, or by the code
 * on her own phone, which the leader scanned, or which was held before the tablet at the door (`kiosk`); by where her phone said that it was
 * (`geofence`); or afterwards, by public notice: hours that nobody had recorded, or that were recorded
 * wrongly. Late codes, ticks, back-entries and corrections stay marked for good.
 */
export const Way = z.enum([
  'rotatingCode',
  'lateCode',
  'leaderTick',
  'volunteerCode',
  'geofence',
  'kiosk',
  'backEntry',
  'correction',
]);
export type Way = z.infer<typeof Way>;

/** A coming or going with its evidence: the step of the code that was shown, or the account of the leader who ticked. */
export const Mark = z.object({
  at: Instant,
  way: Way,
  step: z.int().optional(),
  /** Of a leader who ticked or scanned, or who let an entry in review count. */
  tickedBy: z.string().optional(),
  /** When what a phone brought late came in. */
  receivedAt: Instant.optional(),
  /** The browser that told it, as a digest that leads to nobody: only whether several people came by the same one is asked. */
  device: z.string().max(16).optional(),
  /** What the phone said of where it was, when it said anything. */
  fix: z.enum(['near', 'far', 'vague']).optional(),
});
export type Mark = z.infer<typeof Mark>;

/** One stay: a check-in and, once she has left, a check-out. */
export const Pair = z.object({ in: Mark, out: Mark.optional() });
export type Pair = z.infer<typeof Pair>;

export type PresenceDecision =
  | { kind: 'moved'; pairs: Pair[] }
  | { kind: 'alreadyIn'; since: Instant }
  | { kind: 'notIn' }
  /** A time was entered that lies before what is already known. */
  | { kind: 'outOfOrder'; after: Instant };

/** The stay that has not ended. */
export function openPair(pairs: readonly Pair[]): Pair | undefined {
  const last = pairs.at(-1);
  return last?.out ? undefined : last;
}

/** Whether nothing but a leader's word says when this was: she ticked it, or let count what only a phone had said (`geofence` without a code). */
export function isByHand({ way, tickedBy }: Pick<Mark, 'way' | 'tickedBy'>): boolean {
  return way === 'leaderTick' || (way === 'geofence' && tickedBy !== undefined);
}

/** Whether an account entered any of this by hand: whoever enters does not confirm. */
export function wasEnteredBy(pairs: readonly Pair[], accountId: string): boolean {
  return pairs.some((pair) =>
    [pair.in, pair.out].some((mark) => mark !== undefined && isByHand(mark) && mark.tickedBy === accountId),
  );
}

/** Somebody comes: a new stay begins after the last has ended. */
export function comeIn(pairs: readonly Pair[], mark: Mark): PresenceDecision {
  const last = pairs.at(-1);
  if (last && !last.out) return { kind: 'alreadyIn', since: last.in.at };
  if (last?.out && mark.at < last.out.at) return { kind: 'outOfOrder', after: last.out.at };
  return { kind: 'moved', pairs: [...pairs, { in: mark }] };
}

/** Somebody goes: the stay ends. */
export function goOut(pairs: readonly Pair[], mark: Mark): PresenceDecision {
  const open = openPair(pairs);
  if (!open) return { kind: 'notIn' };
  if (mark.at < open.in.at) return { kind: 'outOfOrder', after: open.in.at };
  return { kind: 'moved', pairs: [...pairs.slice(0, -1), { ...open, out: mark }] };
}
