import * as z from 'zod';
import type { Instant } from '../../kernel/time.ts';
import { MeetingPlace, type Shift } from '../schema.ts';

/** Where people are to meet for a shift whose place a leader saw as `seen`. */
export const Relocation = z.object({ seen: MeetingPlace, place: MeetingPlace });
export type Relocation = z.infer<typeof Relocation>;

/** Whether people may be sent to another place for a shift. */
export type RelocationDecision =
  | { kind: 'allowed' }
  | { kind: 'changedMeanwhile'; place: MeetingPlace }
  | { kind: 'unchanged' }
  | { kind: 'over' };

type Current = Pick<Shift, 'state' | 'startsAt' | 'place'>;

/** Of two leaders who do so at once the second is told where it is by now. Once a shift has begun, people are there already. */
export function decideRelocation(shift: Current, { seen, place }: Relocation, now: Instant): RelocationDecision {
  if (shift.state === 'cancelled' || now >= shift.startsAt) return { kind: 'over' };
  if (!isSamePlace(shift.place, seen)) return { kind: 'changedMeanwhile', place: shift.place };
  return isSamePlace(shift.place, place) ? { kind: 'unchanged' } : { kind: 'allowed' };
}

/** A place in a line: its name, and how to find it. */
export function placeInWords({ name, address }: Pick<MeetingPlace, 'name' | 'address'>): string {
  return address ? `${name}（${address}）` : name;
}

const placeFields = ['name', 'address', 'room', 'longitude', 'latitude', 'fenceMetres'] as const;

function isSamePlace(one: MeetingPlace, other: MeetingPlace): boolean {
  return placeFields.every((field) => one[field] === other[field]);
}
