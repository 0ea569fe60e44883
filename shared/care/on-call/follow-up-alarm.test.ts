import { expect, it } from 'vitest';
import { instantAt } from '../../kernel/time.ts';
import { followUpAlarmAt, followUpAlarmLevel } from './follow-up-alarm.ts';

const at = (date: number, clock: string) => instantAt(`2026-11-${date}`, clock);

it.each([
  ['14:00', at(24, '14:00')],
  ['09:00', at(24, '09:00')],
  ['20:00', at(24, '20:00')],
  ['03:10', at(24, '09:00')],
  ['20:01', at(25, '09:00')],
  ['23:59', at(25, '09:00')],
])('a follow-up that is due at %s and was not made is told of at %s', (clock, alarmAt) => {
  expect(followUpAlarmAt({ dueAt: at(24, clock) })).toBe(alarmAt);
});

it('is told to the social worker first, to the supervisors four hours later and once more each day', () => {
  const alarms = [0, 1, 2, 3].map((count) => followUpAlarmAt({ dueAt: at(24, '10:00'), alarms: count }));
  expect(alarms).toEqual([at(24, '10:00'), at(24, '14:00'), at(25, '14:00'), at(26, '14:00')]);
  expect([0, 1, 2].map(followUpAlarmLevel)).toEqual([0, 2, 2]);
});

it('never rings at night, also four hours later', () => {
  expect(followUpAlarmAt({ dueAt: at(24, '19:00'), alarms: 1 })).toBe(at(25, '09:00'));
});
