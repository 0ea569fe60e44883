import { day, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { defaultChoice } from '@kaifong/shared/notifications/settings.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../platform/transact.ts';
import { aShift } from '../test/a-shift.ts';
import { aMember, aTeam } from '../test/a-team.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';
import { ReminderItem } from './delivery.table.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

/** The kinds that went out by now, with how. */
const went = () => district.messages.map(({ channel, kind }) => `${channel} ${kind}`);
const kindsOf = async (caller: TestClient) =>
  (await caller.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);

/** Moves the clock to a moment and lets it tick, twice, and everything have its consequences. */
async function tickAt(instant: string): Promise<void> {
  district.clock.now = instant;
  await district.tick();
  await district.tick();
  await district.settle();
}

async function choose(caller: TestClient, change: object): Promise<void> {
  const { version } = (await caller.get('/notice-choice')).body;
  const { status, body } = await caller.put('/notice-choice', { ...defaultChoice, version, ...change });
  expect([status, body]).toEqual([200, { version: version + 1 }]);
}

/** A volunteer with a place in a shift in three days. */
async function onShift(overrides: Parameters<typeof aShift>[1] = {}) {
  const startsAt = overrides.startsAt ?? shiftBy(district.clock.now, 3 * day);
  const shift = await aShift(district, { ...overrides, startsAt });
  const person = await aVolunteer(district);
  expect((await person.caller.post(`/shifts/${shift.shiftId}/sign-ups`)).status).toBe(201);
  await district.settle();
  return { ...shift, ...person, startsAt };
}

describe('a reminder', () => {
  it('comes a day and two hours before, once, however often the events and the ticks come', async () => {
    const { caller, startsAt } = await onShift();
    await district.redeliver();
    await tickAt(shiftBy(startsAt, -day - minute));
    expect(went()).toEqual([]);
    await tickAt(shiftBy(startsAt, -day));
    await district.redeliver();
    await tickAt(shiftBy(startsAt, -day + minute));
    expect(went()).toEqual(['wechat shiftReminder']);
    await tickAt(shiftBy(startsAt, -2 * hour));
    await district.redeliver();
    await tickAt(shiftBy(startsAt, -hour));
    expect(went()).toEqual(['wechat shiftReminder', 'wechat shiftReminder']);
    expect((await kindsOf(caller)).filter((kind: string) => kind === 'shiftReminder')).toHaveLength(2);
    const keys = district.messages.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('does not come for a place that was given back, nor for a shift that was called off', async () => {
    const givenBack = await onShift();
    const off = await onShift({ startsAt: givenBack.startsAt });
    await givenBack.caller.delete(`/shifts/${givenBack.shiftId}/sign-ups/me`);
    await off.leader.post(`/shifts/${off.shiftId}/cancellation`, { reason: '台风预警' });
    await tickAt(shiftBy(givenBack.startsAt, -day));
    await tickAt(shiftBy(givenBack.startsAt, -2 * hour));
    expect(await kindsOf(givenBack.caller)).not.toContain('shiftReminder');
    expect(await kindsOf(off.caller)).not.toContain('shiftReminder');
    expect(went()).toEqual(['wechat shiftCalledOff']);
  });

  it('comes again for one who took the place once more, and only two hours before for one who came late', async () => {
    const { caller, shiftId, startsAt } = await onShift();
    await caller.delete(`/shifts/${shiftId}/sign-ups/me`);
    await district.settle();
    district.later(minute);
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    await district.settle();
    await district.redeliver();
    district.clock.now = shiftBy(startsAt, -20 * hour);
    const late = await aVolunteer(district);
    await late.caller.post(`/shifts/${shiftId}/sign-ups`);
    await tickAt(shiftBy(startsAt, -20 * hour));
    expect(await kindsOf(caller)).toContain('shiftReminder');
    expect(await kindsOf(late.caller)).not.toContain('shiftReminder');
    await tickAt(shiftBy(startsAt, -2 * hour));
    expect(await kindsOf(late.caller)).toContain('shiftReminder');
  });

  it('is taken back on the way when the place is given back before the quiet hours end', async () => {
    const startsAt = instantAt('2026-11-28', '23:00');
    const { caller, shiftId } = await onShift({ startsAt });
    await tickAt(shiftBy(startsAt, -day));
    expect(went()).toEqual([]);
    await caller.delete(`/shifts/${shiftId}/sign-ups/me`);
    await tickAt(instantAt('2026-11-28', '07:00'));
    expect(went()).toEqual([]);
    expect((await caller.get('/sent-messages')).body.items[0]).toMatchObject({ state: 'dropped' });
  });
});

describe('quiet hours', () => {
  it('are kept for what can wait, and not for what begins soon', async () => {
    const late = await onShift({ startsAt: instantAt('2026-11-28', '23:00') });
    await tickAt(instantAt('2026-11-27', '23:00'));
    expect(went()).toEqual([]);
    await tickAt(instantAt('2026-11-28', '07:00'));
    expect(went()).toEqual(['wechat shiftReminder']);
    const early = await onShift({ startsAt: instantAt('2026-11-30', '06:00') });
    await choose(early.caller, { quiet: { from: '21:00', until: '07:00' } });
    await tickAt(instantAt('2026-11-30', '04:00'));
    const reminders = district.messages.filter(({ kind }) => kind === 'shiftReminder');
    expect(reminders.map(({ to }) => to)).toContain(`+86${early.mobile}`);
    expect(late.mobile).not.toBe(early.mobile);
  });
});

describe('channels', () => {
  it('are those that the person chose when it goes', async () => {
    const { caller, startsAt } = await onShift();
    await choose(caller, { channels: { ...defaultChoice.channels, reminders: ['sms'] } });
    await tickAt(shiftBy(startsAt, -day));
    expect(went()).toEqual(['sms shiftReminder']);
    await choose(caller, { channels: { ...defaultChoice.channels, reminders: [] } });
    await tickAt(shiftBy(startsAt, -2 * hour));
    expect(went()).toEqual(['sms shiftReminder']);
    expect((await kindsOf(caller)).filter((kind: string) => kind === 'shiftReminder')).toHaveLength(2);
  });

  it('are tried again, then the next one, and what nobody got is marked on the site', async () => {
    const { caller, startsAt } = await onShift();
    district.brokenChannels.add('wechat');
    for (const after of [0, 1, 6, 21]) await tickAt(shiftBy(startsAt, -day + after * minute));
    await tickAt(shiftBy(startsAt, -day + 22 * minute));
    expect(went()).toEqual(['sms shiftReminder']);
    district.brokenChannels.add('sms');
    const second = shiftBy(startsAt, -2 * hour);
    for (const after of [0, 1, 6, 21, 22, 23, 28, 43, 44]) await tickAt(shiftBy(second, after * minute));
    expect(went()).toEqual(['sms shiftReminder']);
    const [notice] = (await caller.get('/notifications')).body.items;
    expect(notice).toMatchObject({ kind: 'shiftReminder', undelivered: true });
    const [message] = (await caller.get('/sent-messages')).body.items;
    expect(message).toMatchObject({ state: 'failed', channel: 'sms' });
  });

  it('send a message that was cut off in the middle again under the same key, for whoever sends it on to know', async () => {
    const { startsAt } = await onShift();
    const keys: string[] = [];
    const isUnderWay = Promise.withResolvers<void>();
    const { send } = district.messenger;
    district.messenger.send = async (message) => {
      keys.push(message.key);
      await send(message);
      if (keys.length > 1) return;
      isUnderWay.resolve();
      await new Promise(() => {});
    };
    district.clock.now = shiftBy(startsAt, -day);
    void district.tick();
    await isUnderWay.promise;
    expect(keys).toHaveLength(1);
    await tickAt(shiftBy(startsAt, -day + 2 * minute));
    expect(keys).toHaveLength(1);
    await tickAt(shiftBy(startsAt, -day + 6 * minute));
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('are refused when somebody else changed the choice meanwhile, or when it is not one', async () => {
    const { caller } = await aVolunteer(district);
    await choose(caller, { email: 'hong@liwan.example' });
    const stale = await caller.put('/notice-choice', { ...defaultChoice, version: 0 });
    expect(stale.body.code).toBe('notice.changedMeanwhile');
    for (const wrong of [{ email: 'nobody' }, { quiet: { from: '25:00', until: '07:00' } }, { digestAt: 'noon' }]) {
      expect((await caller.put('/notice-choice', { ...defaultChoice, version: 1, ...wrong })).status).toBe(400);
    }
  });

  it('by e-mail end with the link in it, and the address is sealed in the table', async () => {
    const { caller, startsAt } = await onShift();
    const reminders = ['email'];
    await choose(caller, { email: 'hong@liwan.example', channels: { ...defaultChoice.channels, reminders } });
    const { client, name } = district.table('notifications');
    const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
    const rows = await client.send(new ScanCommand({ TableName: name, Limit: 1_000 }));
    expect(JSON.stringify(rows.Items)).not.toContain('hong@');
    await tickAt(shiftBy(startsAt, -day));
    const [message] = district.messages;
    expect(message).toMatchObject({ channel: 'email', to: 'hong@liwan.example' });
    const token = message?.unsubscribePath?.replace('/unsubscribe/', '');
    const stranger = district.stranger();
    expect((await stranger.post('/unsubscriptions', { token: `${token?.slice(0, -1)}!` })).status).toBe(404);
    expect((await stranger.post('/unsubscriptions', { token })).status).toBe(200);
    expect((await caller.get('/notice-choice')).body).not.toHaveProperty('email');
    await tickAt(shiftBy(startsAt, -2 * hour));
    expect(district.messages).toHaveLength(1);
  });
});

describe('a leader', () => {
  async function aLedTeam() {
    const team = await aTeam(district);
    const member = await aMember(district, team);
    await team.coordinator.post(`${team.path}/members/${member.volunteerId}/role`, { role: 'leader' });
    await district.settle();
    return { ...team, ...member };
  }

  it('is told a day before that a shift is short of people, and not of one that is full', async () => {
    const { team, caller } = await aLedTeam();
    const startsAt = shiftBy(district.clock.now, 3 * day);
    await aShift(district, { teamScope: team, startsAt, places: 2 });
    await onShift({ teamScope: team, startsAt, places: 1 });
    await tickAt(shiftBy(startsAt, -day));
    await district.redeliver();
    expect((await kindsOf(caller)).filter((kind: string) => kind === 'shiftUnderstaffed')).toHaveLength(1);
    expect(went()).toContain('wechat shiftUnderstaffed');
  });

  it('gets one notice a day at the time she chose, and then nothing one by one', async () => {
    const { team, caller } = await aLedTeam();
    await choose(caller, { digestAt: '18:00' });
    const startsAt = instantAt('2026-11-26', '12:00');
    await aShift(district, { teamScope: team, startsAt, places: 2 });
    await district.settle();
    await tickAt(instantAt('2026-11-24', '17:59'));
    expect(went()).toEqual([]);
    await tickAt(instantAt('2026-11-24', '18:00'));
    await tickAt(instantAt('2026-11-24', '18:01'));
    expect(went()).toEqual(['wechat teamDigest']);
    expect(district.messages[0]?.body).toContain('今后两天有 1 个班次，其中 1 个还缺人，共差 2 人');
    await tickAt(shiftBy(startsAt, -day));
    expect(await kindsOf(caller)).toContain('shiftUnderstaffed');
    expect(went()).toEqual(['wechat teamDigest']);
    await tickAt(instantAt('2026-11-25', '18:00'));
    expect(went()).toEqual(['wechat teamDigest', 'wechat teamDigest']);
  });
});

it('leaves nothing for the next tick when more is due than one read holds', async () => {
  const { shiftId, startsAt } = await onShift({ places: 5 });
  const table = district.table('notifications');
  const many = Array.from({ length: 350 }, (_, index) => `vol_${String(index).padStart(20, '0')}`);
  for (let from = 0; from < many.length; from += 50) {
    const writes = many.slice(from, from + 50).map((volunteerId) => {
      const item = { shiftId, volunteerId, armedAt: startsAt, startsAt, stage: 'day' as const, version: 1 };
      return [volunteerId, table.put(ReminderItem, { ...item, dueAt: shiftBy(startsAt, -day) })] as const;
    });
    await transact(table.client, Object.fromEntries(writes));
  }
  district.clock.now = shiftBy(startsAt, -day);
  const left = async () =>
    (
      await table.query(ReminderItem, 'REMINDERS', {
        index: 'byDue',
        range: { to: `${district.clock.now}~` },
        limit: 400,
      })
    ).items.length;
  expect(await left()).toBe(351);
  await district.tick();
  expect(await left()).toBe(0);
});

it('forgets all of it with the account', async () => {
  const { caller, accountId, startsAt } = await onShift();
  await choose(caller, { email: 'hong@liwan.example' });
  await tickAt(shiftBy(startsAt, -day));
  await district.contexts.notifications.inbox.forget(accountId);
  expect((await caller.get('/sent-messages')).body.items).toEqual([]);
  expect((await caller.get('/notice-choice')).body).not.toHaveProperty('email');
});
