import { expect, it } from 'vitest';
import { day, hour, minute, shiftBy } from '../kernel/time.ts';
import { isSessionOver, limitOf, longestSession, mustNoteUse, sessionLimits } from './session-limits.ts';

const startedAt = '2026-11-24T02:00:00.000Z';
const coordinator = [{ role: 'coordinator' }] as const;

it('nobody’s session outlives what is kept of it, and none idles longer than it lasts', () => {
  for (const { idle, absolute } of Object.values(sessionLimits)) {
    expect(idle).toBeLessThanOrEqual(absolute);
    expect(absolute).toBeLessThanOrEqual(longestSession);
  }
});

it('somebody with several roles has the shortest of each, and somebody with none a volunteer’s', () => {
  expect(limitOf([{ role: 'volunteer' }, { role: 'onCall' }, { role: 'coordinator' }], sessionLimits)).toEqual({
    idle: hour,
    absolute: 12 * hour,
  });
  expect(limitOf([], sessionLimits)).toEqual(sessionLimits.volunteer);
});

it.each([
  ['fresh', 0, undefined, false],
  ['idle for too long', hour, undefined, true],
  ['used meanwhile', hour + 30 * minute, 45 * minute, false],
  ['used until the end of its time', 12 * hour, 12 * hour - minute, true],
])('a coordinator’s session %s', (_how, after, seenAfter, over) => {
  const times = { startedAt, seenAt: seenAfter === undefined ? undefined : shiftBy(startedAt, seenAfter) };
  expect(isSessionOver(times, coordinator, sessionLimits, shiftBy(startedAt, after))).toBe(over);
});

it('use is noted once in five minutes', () => {
  expect(mustNoteUse({ startedAt }, shiftBy(startedAt, 5 * minute - 1))).toBe(false);
  expect(mustNoteUse({ startedAt, seenAt: startedAt }, shiftBy(startedAt, 5 * minute))).toBe(true);
  expect(mustNoteUse({ startedAt, seenAt: shiftBy(startedAt, day) }, shiftBy(startedAt, day))).toBe(false);
});
