import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf, Slot, sharedSlots } from './slots.ts';

const slot = (weekday: number, from: number, to: number): Slot => ({ weekday, from, to });

describe('a slot', () => {
  it('lies in a day and ends after it begins', () => {
    expect(Slot.safeParse(slot(1, 0, 1440)).success).toBe(true);
    expect(Slot.safeParse(slot(0, 0, 60)).success).toBe(false);
    expect(Slot.safeParse(slot(8, 0, 60)).success).toBe(false);
    expect(Slot.safeParse(slot(3, 60, 60)).success).toBe(false);
  });
});

describe('shared slots', () => {
  it('are on the same weekday and long enough', () => {
    const mine = [slot(1, 540, 660), slot(3, 540, 660)];
    expect(sharedSlots(mine, [slot(1, 600, 720)], 50)).toEqual([slot(1, 600, 660)]);
    expect(sharedSlots(mine, [slot(1, 611, 720)], 50)).toEqual([]);
    expect(sharedSlots(mine, [slot(2, 540, 660)], 50)).toEqual([]);
  });

  it('join slots that touch before they compare', () => {
    expect(sharedSlots([slot(5, 600, 630), slot(5, 630, 660)], [slot(5, 0, 1440)], 50)).toEqual([slot(5, 600, 660)]);
  });

  it('are minute for minute what both lists hold', () => {
    const slots = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 2 }), fc.nat(40), fc.integer({ min: 1, max: 20 }))
        .map(([weekday, from, length]) => slot(weekday, from, from + length)),
      { maxLength: 6 },
    );
    const minutesIn = (all: readonly Slot[]) =>
      new Set(
        all.flatMap(({ weekday, from, to }) => Array.from({ length: to - from }, (_, n) => `${weekday}:${from + n}`)),
      );
    fc.assert(
      fc.property(slots, slots, (one, other) => {
        const inBoth = [...minutesIn(one)].filter((minute) => minutesIn(other).has(minute));
        expect(minutesOf(sharedSlots(one, other, 1))).toBe(inBoth.length);
      }),
    );
  });
});
