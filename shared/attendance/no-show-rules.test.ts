import { expect, it } from 'vitest';
import { day, hour, shiftBy } from '../kernel/time.ts';
import { contestUntil, decideMark, mustPause } from './no-show-rules.ts';

const shift = { startsAt: '2026-11-24T02:00:00.000Z', endsAt: '2026-11-24T04:00:00.000Z' };
const asked = { shift, hasPlace: true, wasSeen: false, earlier: undefined, now: shift.endsAt } as const;

it('somebody is marked after the shift, within three days, who had a place and was not seen', () => {
  expect(decideMark(asked).kind).toBe('allowed');
  expect(decideMark({ ...asked, earlier: 'takenBack' }).kind).toBe('allowed');
  expect(decideMark({ ...asked, now: shift.startsAt }).kind).toBe('notOverYet');
  expect(decideMark({ ...asked, now: shiftBy(shift.endsAt, 3 * day) }).kind).toBe('allowed');
  expect(decideMark({ ...asked, now: shiftBy(shift.endsAt, 3 * day + 1) }).kind).toBe('tooLate');
  expect(decideMark({ ...asked, hasPlace: false }).kind).toBe('noPlace');
  expect(decideMark({ ...asked, wasSeen: true }).kind).toBe('wasThere');
  for (const earlier of ['marked', 'contested', 'upheld', 'lifted'] as const) {
    expect(decideMark({ ...asked, earlier }).kind).toBe('alreadyMarked');
  }
});

it('a mark is contested once, within two weeks', () => {
  const mark = { state: 'marked', markedAt: shift.endsAt } as const;
  expect(contestUntil(mark, shiftBy(shift.endsAt, 14 * day))).toBe(shiftBy(shift.endsAt, 14 * day));
  expect(contestUntil(mark, shiftBy(shift.endsAt, 14 * day + 1))).toBeUndefined();
  expect(contestUntil({ ...mark, state: 'upheld' }, shift.endsAt)).toBeUndefined();
});

it('three marks that count, in sixty days, pause; what was before a talk is past', () => {
  const now = '2026-11-24T04:00:00.000Z';
  const mark = (daysAgo: number, state: 'marked' | 'contested' | 'upheld' | 'lifted' = 'marked') => {
    const startsAt = shiftBy(now, -daysAgo * day);
    return { state, startsAt, markedAt: shiftBy(startsAt, 3 * hour) };
  };
  expect(mustPause([mark(1), mark(2), mark(59, 'upheld')], undefined, now)).toBe(true);
  expect(mustPause([mark(1), mark(2), mark(61)], undefined, now)).toBe(false);
  expect(mustPause([mark(1), mark(2), mark(3, 'contested'), mark(4, 'lifted')], undefined, now)).toBe(false);
  expect(mustPause([mark(1), mark(2), mark(3)], shiftBy(now, -2 * day), now)).toBe(false);
});
