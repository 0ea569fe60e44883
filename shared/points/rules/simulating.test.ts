import { describe, expect, it } from 'vitest';
import { plainRules } from './earning-rules.ts';
import { type BookedService, mostAffected, simulate } from './simulating.ts';

const vol = 'vol_00000000000000000001';
const served = (minutes: number, earned?: Partial<NonNullable<BookedService['because']['earned']>>): BookedService => ({
  because: { minutes, day: '2026-10-05', ...(earned && { earned: { minutes, weights: [], ...earned } }) },
});

describe('a month under other rules', () => {
  const rules = { ...plainRules, night: 150, dailyMinutes: 240, kinds: { lesson: 50 } };
  it.each<[string, BookedService[], number, number]>([
    ['of plain services', [served(90), served(40)], 2, 2],
    ['at night', [served(120, { atNight: true })], 2, 3],
    ['of lessons', [served(120, { kind: 'lesson' })], 2, 1],
    ['with a day that is too long', [served(180), served(180)], 6, 4],
    ['with a correction', [served(120, { atNight: true }), served(-120, { atNight: true })], 0, 0],
    ['that was weighed already', [served(120, { minutes: 180 })], 3, 2],
    ['in which more was taken back than served', [served(-120)], 0, 0],
    ['of nothing', [], 0, 0],
  ])('%s', (_name, services, pointsBefore, pointsAfter) => {
    expect(simulate(rules, vol, services)).toEqual({ volunteerId: vol, pointsBefore, pointsAfter });
  });
});

it('those most affected come first, and those who are not do not come at all', () => {
  const person = (volunteerId: string, pointsBefore: number, pointsAfter: number) => ({
    ...{ volunteerId, pointsBefore, pointsAfter },
  });
  const [a, b, c, d] = [person('a', 5, 5), person('b', 5, 7), person('c', 9, 5), person('d', 1, 3)];
  expect(mostAffected([a, b, c, d], 40)).toEqual([c, b, d]);
  expect(mostAffected([d, c, b, a], 2)).toEqual([c, b]);
});
