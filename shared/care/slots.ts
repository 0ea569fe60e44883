import * as z from 'zod';

/** A free time that returns every week: Monday is 1, and `from` and `to` are minutes after midnight in Liwan. */
export const Slot = z
  .strictObject({
    weekday: z.int().min(1).max(7),
    from: z.int().min(0).max(1439),
    to: z.int().min(1).max(1440),
  })
  .refine((slot) => slot.from < slot.to, { path: ['to'], error: 'field.invalid' });
export type Slot = z.infer<typeof Slot>;

/**
 * The times that two lists of slots share and that last at least so long, in the order of the week. Overlaps within a
 * list count once.
 */
export function sharedSlots(one: readonly Slot[], other: readonly Slot[], leastMinutes: number): Slot[] {
  const others = merged(other);
  const shared: Slot[] = [];
  for (const { weekday, ...mine } of merged(one)) {
    for (const theirs of others) {
      if (theirs.weekday !== weekday) continue;
      const from = Math.max(mine.from, theirs.from);
      const to = Math.min(mine.to, theirs.to);
      if (to - from >= leastMinutes) shared.push({ weekday, from, to });
    }
  }
  return shared;
}

export function minutesOf(slots: readonly Slot[]): number {
  return slots.reduce((total, { from, to }) => total + to - from, 0);
}

/** The slots in the order of the week, overlaps joined. Slots that are so already are given back as they are. */
export function merged(slots: readonly Slot[]): readonly Slot[] {
  if (slots.every((slot, place) => place === 0 || isAfter(slot, slots[place - 1] as Slot))) return slots;
  const inOrder = [...slots].sort((one, other) => one.weekday - other.weekday || one.from - other.from);
  const whole: Slot[] = [];
  for (const slot of inOrder) {
    const last = whole.at(-1);
    if (last?.weekday === slot.weekday && slot.from <= last.to) last.to = Math.max(last.to, slot.to);
    else whole.push({ ...slot });
  }
  return whole;
}

function isAfter(slot: Slot, earlier: Slot): boolean {
  return slot.weekday > earlier.weekday || (slot.weekday === earlier.weekday && slot.from > earlier.to);
}
