import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, minute, shiftBy } from '../kernel/time.ts';
import { usualFigures } from '../organisation/settings/figures.ts';
import { attendanceGroup } from './district-figures.ts';
import {
  approvalNeeded,
  countedMinutes,
  decideCheckIn,
  decideCheckOut,
  leaderEntersUntil,
  unionMinutes,
} from './rules.ts';

const at = (clock: string) => instantAt('2026-11-24', clock);
const shift = { startsAt: at('14:00'), endsAt: at('17:00') };

describe('checking in', () => {
  const checkIn = (now: string) => decideCheckIn({ shift, now });

  it('is open from half an hour before the shift until it ends', () => {
    expect(checkIn(shiftBy(at('13:30'), -1))).toEqual({ kind: 'tooEarly', opensAt: at('13:30') });
    expect(checkIn(at('13:30'))).toEqual({ kind: 'allowed' });
    expect(checkIn(shiftBy(at('17:00'), -1))).toEqual({ kind: 'allowed' });
    expect(checkIn(at('17:00'))).toEqual({ kind: 'tooLate', closedAt: at('17:00') });
  });
});

it('checking out is open until an hour after the shift', () => {
  expect(decideCheckOut({ shift, now: at('18:00') })).toEqual({ kind: 'allowed' });
  expect(decideCheckOut({ shift, now: shiftBy(at('18:00'), 1) })).toEqual({ kind: 'tooLate', closedAt: at('18:00') });
});

it('the leader enters what was forgotten until a day after the shift', () => {
  expect(leaderEntersUntil(shift)).toBe(instantAt('2026-11-25', '17:00'));
});

describe('the minutes of a pair', () => {
  const count = (from: string, to: string, metres?: number) =>
    countedMinutes({
      shift,
      checkedInAt: from,
      checkedOutAt: to,
      ...(metres === undefined ? {} : { patrol: { metres } }),
    });

  it('are those inside the shift', () => {
    expect(count(at('13:35'), at('17:40'))).toEqual({ kind: 'counted', minutes: 180, ...shift });
    expect(count(at('14:20'), at('15:05'))).toMatchObject({ kind: 'counted', minutes: 45 });
  });

  it('are rounded to the nearest whole one', () => {
    expect(count(shiftBy(at('14:00'), 1_000), at('17:00'))).toMatchObject({ minutes: 180 });
    expect(count(shiftBy(at('14:00'), 31_000), at('17:00'))).toMatchObject({ minutes: 179 });
  });

  it('are none before the shift, or when the times are the wrong way round', () => {
    expect(count(at('13:40'), at('13:55'))).toEqual({ kind: 'outsideShift' });
    expect(count(at('15:00'), at('14:30'))).toEqual({ kind: 'outsideShift' });
  });

  it('do not count when they are no minute', () => {
    expect(count(at('14:00'), shiftBy(at('14:00'), 29_000))).toEqual({ kind: 'tooShort', minutes: 0, leastMinutes: 1 });
  });

  it('of a patrol count from 20 minutes and 500 metres', () => {
    expect(count(at('14:00'), at('14:20'), 500)).toMatchObject({ kind: 'counted', minutes: 20 });
    expect(count(at('14:00'), at('14:19'), 500)).toEqual({ kind: 'tooShort', minutes: 19, leastMinutes: 20 });
    expect(count(at('14:00'), at('14:20'), 499)).toEqual({ kind: 'tooLittleGround', metres: 499, leastMetres: 500 });
  });

  it('are never more than the shift has, nor more than the time between the two', () => {
    const moment = fc.integer({ min: -3600, max: 5 * 3600 }).map((seconds) => shiftBy(shift.startsAt, seconds * 1000));
    fc.assert(
      fc.property(moment, moment, (from, to) => {
        const decision = count(from, to);
        if (decision.kind !== 'counted') return;
        expect(Number.isInteger(decision.minutes)).toBe(true);
        expect(decision.minutes).toBeLessThanOrEqual(180);
        expect(decision.minutes).toBeLessThanOrEqual((Date.parse(to) - Date.parse(from)) / minute + 0.5);
      }),
    );
  });
});

describe('minutes over several activities', () => {
  const range = (from: number, to: number) => ({
    startsAt: shiftBy(shift.startsAt, from * minute),
    endsAt: shiftBy(shift.startsAt, to * minute),
  });

  it('count an overlap once', () => {
    expect(unionMinutes([])).toBe(0);
    expect(unionMinutes([range(0, 60), range(30, 90)])).toBe(90);
    expect(unionMinutes([range(0, 60), range(60, 90)])).toBe(90);
    expect(unionMinutes([range(0, 120), range(30, 60), range(180, 200)])).toBe(140);
  });

  it('are the minutes that somebody ticking each of them would find, in any order', () => {
    const times = fc.array(
      fc.tuple(fc.nat(200), fc.nat(100)).map(([from, length]) => ({ from, to: from + length })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(times, (all) => {
        const ticked = new Set(all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)));
        const ranges = all.map(({ from, to }) => range(from, to));
        expect(unionMinutes(ranges)).toBe(ticked.size);
        expect(unionMinutes(ranges.toReversed())).toBe(ticked.size);
      }),
    );
  });
});

it('more than 8 hours a day need the organiser, more than 12 the district', () => {
  const usual = usualFigures(attendanceGroup);
  const needed = [480, 481, 720, 721].map((minutes) => approvalNeeded(minutes, usual));
  expect(needed).toEqual(['none', 'organiser', 'organiser', 'district']);
  expect(approvalNeeded(421, { ...usual, countAtOnceHours: 7 })).toBe('organiser');
});
