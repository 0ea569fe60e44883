import { describe, expect, it } from 'vitest';
import { mayGoOut } from './groups.ts';
import { channelsFor, defaultChoice } from './settings.ts';
import { afterFailure, nextClock, nextReminder, sendingTime } from './timing.ts';

const quiet = { quiet: { from: '22:00', until: '07:00' } };
/** A clock in Liwan on the 24th. */
const at = (clock: string, date = '2026-11-24') => new Date(`${date}T${clock}:00.000+08:00`).toISOString();

describe('a notice in quiet hours', () => {
  it('waits for their end, before and after midnight, and not outside them', () => {
    expect(sendingTime(at('21:59'), quiet, undefined)).toEqual({ when: 'now' });
    expect(sendingTime(at('22:00'), quiet, undefined)).toEqual({ when: 'later', at: at('07:00', '2026-11-25') });
    expect(sendingTime(at('03:00'), quiet, undefined)).toEqual({ when: 'later', at: at('07:00') });
    expect(sendingTime(at('07:00'), quiet, undefined)).toEqual({ when: 'now' });
    expect(sendingTime(at('03:00'), {}, undefined)).toEqual({ when: 'now' });
  });

  it('knows quiet hours within one day', () => {
    const noon = { quiet: { from: '12:30', until: '14:00' } };
    expect(sendingTime(at('13:00'), noon, undefined)).toEqual({ when: 'later', at: at('14:00') });
    expect(sendingTime(at('03:00'), noon, undefined)).toEqual({ when: 'now' });
  });

  it('comes at once when what it is about begins by two hours after their end, and never once it is over', () => {
    expect(sendingTime(at('04:00'), quiet, at('06:00'))).toEqual({ when: 'now' });
    expect(sendingTime(at('04:00'), quiet, at('09:00'))).toEqual({ when: 'now' });
    expect(sendingTime(at('04:00'), quiet, at('09:01'))).toEqual({ when: 'later', at: at('07:00') });
    expect(sendingTime(at('10:00'), quiet, at('09:00'))).toEqual({ when: 'never' });
  });
});

it('reminds a day and two hours before, and of a shift that is nearer only what is still to come', () => {
  const startsAt = at('20:00', '2026-11-25');
  expect(nextReminder(startsAt, at('19:59'))).toEqual({ stage: 'day', dueAt: at('20:00') });
  expect(nextReminder(startsAt, at('20:00'))).toEqual({ stage: 'hours', dueAt: at('18:00', '2026-11-25') });
  expect(nextReminder(startsAt, at('18:00', '2026-11-25'))).toBeUndefined();
});

it('finds the next time of a clock', () => {
  expect(nextClock(at('17:59'), '18:00')).toBe(at('18:00'));
  expect(nextClock(at('18:00'), '18:00')).toBe(at('18:00', '2026-11-25'));
});

it('tries a channel again with longer pauses, then the next, then gives up', () => {
  const now = at('10:00');
  const rest = ['sms'] as const;
  expect(afterFailure(now, { tries: 1, rest })).toEqual({ next: 'retry', at: at('10:01') });
  expect(afterFailure(now, { tries: 2, rest })).toEqual({ next: 'retry', at: at('10:05') });
  expect(afterFailure(now, { tries: 3, rest })).toEqual({ next: 'retry', at: at('10:15') });
  expect(afterFailure(now, { tries: 4, rest })).toEqual({ next: 'otherChannel', channel: 'sms' });
  expect(afterFailure(now, { tries: 4, rest: [] })).toEqual({ next: 'giveUp' });
});

it('uses e-mail only where an address is given', () => {
  const choice = { ...defaultChoice, channels: { ...defaultChoice.channels, other: ['email' as const] } };
  expect(channelsFor(choice, 'other')).toEqual([]);
  expect(channelsFor({ ...choice, email: 'a@liwan.example' }, 'other')).toEqual(['email']);
  expect(channelsFor(defaultChoice, 'reminders')).toEqual(['wechat', 'sms']);
});

it('lets nothing out that tells of a part in our care', () => {
  for (const role of ['counsellor', 'socialWorker', 'careSupervisor', 'onCall'] as const) {
    expect(mayGoOut({ kind: 'grantGiven', role })).toBe(false);
    expect(mayGoOut({ kind: 'grantEnded', role })).toBe(false);
  }
  expect(mayGoOut({ kind: 'grantGiven', role: 'teamLeader' })).toBe(true);
});
