import { retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { helpSettings } from '@kaifong/shared/points/help/help.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aCommand } from '../../test/a-command.ts';
import { aMerge } from '../../test/a-merge.ts';
import { someoneWith } from '../../test/a-reward.ts';
import { aServiceRecord } from '../../test/a-service-record.ts';
import { anActivity } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { shownCode } from '../../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aHelp, aNewHelp, soonByDay } from './help.samples.ts';
import { HelpItem } from './help.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());
/** Whatever was done, every account is what was posted. */
afterEach(async () => {
  expect((await district.contexts.points.reconciliation.all()).found).toEqual([]);
});

const balanceOf = async (caller: TestClient) => (await caller.get('/points')).body.balance;
const ownOf = async (caller: TestClient) => (await caller.get('/help-requests/mine')).body.items;
const ask = (caller: TestClient, overrides = {}) =>
  caller.post('/help-requests', aNewHelp({ startsAt: soonByDay(district), ...overrides }));
const book = (record: Parameters<typeof aServiceRecord>[0]) =>
  district.contexts.points.ledger.book(aServiceRecord(record), district.clock.now);

/** A request that became a shift. */
async function planned(overrides = {}) {
  const help = await aHelp(district, overrides);
  const answer = await help.leader.post(`/help-requests/${help.helpId}/shift`, { activityId: help.activityId });
  expect(answer).toMatchObject({ status: 201 });
  return { ...help, shiftId: answer.body.shiftId as string };
}

describe('a request for help', () => {
  it('holds its points at once, becomes a shift, and the hour of who helped is paid from them', async () => {
    const { asker, leader, shiftId } = await planned({ hours: 1, helpers: 2 });
    expect(await balanceOf(asker.caller)).toBe(18);
    const helper = await aVolunteer(district);
    expect(await helper.caller.post(`/shifts/${shiftId}/sign-ups`)).toMatchObject({ status: 201 });
    expect(await ownOf(asker.caller)).toMatchObject([{ state: 'planned', held: 2, paid: 0, back: 0, coming: 1 }]);

    district.clock.now = shiftBy(soonByDay(district), 0);
    const { startsAt, endsAt } = (await ownOf(asker.caller))[0];
    district.clock.now = shiftBy(startsAt, -5 * minute);
    await helper.caller.post(`/shifts/${shiftId}/check-ins`, { code: await shownCode(leader, shiftId) });
    district.clock.now = shiftBy(endsAt, -2 * minute);
    await helper.caller.post(`/shifts/${shiftId}/check-outs`, { code: await shownCode(leader, shiftId) });
    await leader.post(`/shifts/${shiftId}/attendance/${helper.volunteerId}/confirmation`);
    await district.settle();

    expect(await balanceOf(helper.caller)).toBe(1);
    const [entry] = (await helper.caller.get('/points/entries')).body.items;
    expect(entry).toMatchObject({ points: 1, because: { kind: 'service', earned: { minutes: 60, asHelp: true } } });
    expect(await ownOf(asker.caller)).toMatchObject([{ held: 1, paid: 1, back: 0 }]);

    district.clock.now = shiftBy(endsAt, helpSettings.settleDays * day);
    await district.tick();
    expect(await ownOf(asker.caller)).toMatchObject([{ state: 'settled', held: 0, paid: 1, back: 1 }]);
    expect(await balanceOf(asker.caller)).toBe(19);
    await district.settle();
    expect((await asker.caller.get('/notifications')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'helpSettled' }),
    );
  });

  it('is read by who plans there and by nobody else; its words are nowhere else', async () => {
    const { leader, helpId, shiftId } = await planned();
    const listed = await leader.get(`/help-requests?place=${home.team}&limit=100`);
    expect(listed.body.items.find(({ id }: { id: string }) => id === helpId)).toMatchObject({
      ...{ name: '陈小明', what: expect.stringContaining('取药'), where: '沙面大街 10 号 302', isOwn: false },
    });
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    expect((await coordinator.get(`/help-requests?place=${home.street}`)).body.items.length).toBeGreaterThan(0);
    const stranger = await district.person({ role: 'teamLeader', scope: elsewhere.team });
    expect((await stranger.get(`/help-requests?place=${home.team}`)).status).toBe(403);
    expect((await stranger.get(`/help-requests?place=${elsewhere.team}`)).body.items).toEqual([]);
    const shift = await (await aVolunteer(district)).caller.get(`/shifts/${shiftId}`);
    expect(JSON.stringify(shift.body)).not.toMatch(/取药|302|helps|vol_/);
    const wide = await district.person({ role: 'coordinator', scope: '440103' });
    expect((await wide.get('/help-requests?place=440103')).status).toBe(400);
  });

  it('cannot be served by who asked, nor planned by her', async () => {
    const { asker, shiftId } = await planned();
    const own = await asker.caller.post(`/shifts/${shiftId}/sign-ups`);
    expect(own).toMatchObject({ status: 409, body: { code: 'shift.ownHelp' } });
    const { helpId, activityId } = await aHelp(district);
    const help = await district.table('points').get(HelpItem, { id: helpId });
    const grants = [{ role: 'teamLeader' as const, scope: home.team }];
    const command = aCommand(district, help?.volunteerId ?? '', 'planHelp', grants);
    await expect(district.contexts.points.helpDesk.plan(command, helpId, { activityId })).rejects.toMatchObject({
      definition: { code: 'help.ownHelp' },
    });
  });

  it('that is taken back, declined, lapsed or called off gives everything back, once', async () => {
    const taken = await aHelp(district);
    const withdrawal = `/help-requests/${taken.helpId}/withdrawal`;
    expect(await taken.asker.caller.post(withdrawal)).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await taken.asker.caller.post(withdrawal)).toMatchObject({ status: 409, body: { code: 'help.notOpen' } });
    expect(await balanceOf(taken.asker.caller)).toBe(20);

    const refused = await aHelp(district);
    const why = '这几天队里没有人手，抱歉。';
    const refusal = `/help-requests/${refused.helpId}/refusal`;
    expect(await refused.leader.post(refusal, { why })).toMatchObject({ status: 200 });
    expect(await ownOf(refused.asker.caller)).toMatchObject([{ state: 'declined', why, back: 1 }]);
    const late = await refused.leader.post(`/help-requests/${refused.helpId}/shift`, {
      activityId: refused.activityId,
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'help.notOpen' } });

    const off = await planned();
    expect((await off.leader.post(`/shifts/${off.shiftId}/cancellation`, { reason: '队长病了' })).status).toBe(200);
    await district.settle();
    await district.redeliver();
    expect(await ownOf(off.asker.caller)).toMatchObject([{ state: 'calledOff', held: 0, back: 1 }]);
    expect(await balanceOf(off.asker.caller)).toBe(20);

    const unneeded = await planned();
    const helper = await aVolunteer(district);
    await helper.caller.post(`/shifts/${unneeded.shiftId}/sign-ups`);
    const answer = await unneeded.asker.caller.post(`/help-requests/${unneeded.helpId}/withdrawal`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    await district.settle();
    await district.redeliver();
    expect(await ownOf(unneeded.asker.caller)).toMatchObject([{ state: 'withdrawn', held: 0, back: 1 }]);
    expect(await balanceOf(unneeded.asker.caller)).toBe(20);
    expect((await unneeded.leader.get(`/shifts/${unneeded.shiftId}`)).body.state).toBe('cancelled');
    expect((await helper.caller.get('/notifications')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'shiftCalledOff', shiftId: unneeded.shiftId }),
    );

    const forgotten = await aHelp(district);
    district.clock.now = soonByDay(district);
    district.later(day);
    await Promise.all([district.tick(), district.tick()]);
    await district.tick();
    expect(await ownOf(forgotten.asker.caller)).toMatchObject([{ state: 'lapsed', back: 1 }]);
    expect(await balanceOf(forgotten.asker.caller)).toBe(20);
  });

  it('that is taken back as a shift is told to whoever leads its team', async () => {
    const team = await aTeam(district);
    const head = await aMember(district, team);
    await team.coordinator.post(`${team.path}/members/${head.volunteerId}/role`, { role: 'leader' });
    const { asker, helpId } = await aHelp(district);
    const activity = await head.caller.post('/activities', anActivity({ title: '邻里互助', teamScope: team.team }));
    const plan = await head.caller.post(`/help-requests/${helpId}/shift`, { activityId: activity.body.id });
    await asker.caller.post(`/help-requests/${helpId}/withdrawal`);
    await district.settle();
    expect((await head.caller.get('/notifications')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'shiftCalledOff', shiftId: plan.body.shiftId }),
    );
  });

  it('is not taken back any more once its time has come; long after the end its words are gone, and what became of it stays', async () => {
    const { asker, helpId } = await planned();
    const { startsAt, endsAt } = (await ownOf(asker.caller))[0];
    district.clock.now = startsAt;
    const late = await asker.caller.post(`/help-requests/${helpId}/withdrawal`);
    expect(late).toMatchObject({ status: 409, body: { code: 'help.begun' } });
    district.clock.now = shiftBy(endsAt, helpSettings.settleDays * day);
    await district.tick();
    district.later((retentionRules.helpWords.days - 1) * day);
    await district.tick();
    const found = async () => (await district.contexts.points.helps.listOf(asker.volunteerId, { limit: 10 })).items;
    expect(await found()).toMatchObject([{ state: 'settled', what: expect.stringContaining('取药') }]);
    district.later(day);
    await Promise.all([district.tick(), district.tick()]);
    const [kept] = await found();
    expect(kept).toMatchObject({ state: 'settled', kind: 'escort', back: 1 });
    expect(kept).not.toHaveProperty('what');
    expect(kept).not.toHaveProperty('where');
    expect(await district.table('points').get(HelpItem, { id: helpId })).not.toHaveProperty('wordsSealed');
  });

  it('needs points, a time by day that is neither too soon nor too far, and at most three at once', async () => {
    const poor = await someoneWith(district, 2);
    expect((await ask(poor.caller, { hours: 3 })).body.code).toBe('help.tooFewPoints');
    const { caller } = await someoneWith(district, 20);
    expect((await ask(caller, { startsAt: shiftBy(district.clock.now, 23 * hour) })).body.code).toBe('help.tooSoon');
    expect((await ask(caller, { startsAt: shiftBy(soonByDay(district), 40 * day) })).body.code).toBe('help.tooFar');
    expect((await ask(caller, { startsAt: shiftBy(soonByDay(district), 6 * hour), hours: 2 })).body.code).toBe(
      'help.notByDay',
    );
    for (const wrong of [{ hours: 0 }, { hours: 4 }, { helpers: 4 }, { what: '帮' }, { kind: 'loan' }, { where: ' ' }])
      expect((await ask(caller, wrong)).status).toBe(400);
    expect((await ask(caller, { community: '440103/009/009' })).body.code).toBe('place.unknown');
    for (let count = 0; count < 3; count += 1) expect((await ask(caller)).status).toBe(201);
    expect((await ask(caller)).body.code).toBe('help.tooMany');
    expect(await balanceOf(caller)).toBe(17);
  });

  it('is planned by one of two who try at once, with a team from there', async () => {
    const { leader, helpId, activityId } = await aHelp(district);
    const there = await district.person(
      { role: 'coordinator', scope: home.community },
      { role: 'teamLeader', scope: elsewhere.team },
    );
    const foreign = await there.post('/activities', anActivity({ teamScope: elsewhere.team }));
    const answer = await there.post(`/help-requests/${helpId}/shift`, { activityId: foreign.body.id });
    expect(answer).toMatchObject({ status: 409, body: { code: 'help.teamElsewhere' } });
    const both = await Promise.all(
      [leader, there].map((each) => each.post(`/help-requests/${helpId}/shift`, { activityId })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('hours of help', () => {
  it('are paid up to what was asked for: half an hour counts as one, less as none, and three as one', async () => {
    const { shiftId } = await planned({ hours: 1, helpers: 3 });
    const people = await Promise.all(
      [29, 30, 180].map(async (minutes) => ({ minutes, ...(await aVolunteer(district)) })),
    );
    for (const { volunteerId, minutes } of people) await book({ volunteerId, seq: 1, minutes, shiftId });
    expect(await Promise.all(people.map(({ caller }) => balanceOf(caller)))).toEqual([0, 1, 1]);
  });

  it('that are taken back go back to escrow, wherever the points are, and the hours in their place are paid again', async () => {
    const { asker, shiftId } = await planned({ hours: 3 });
    const { volunteerId, caller } = await someoneWith(district, 1);
    await book({ volunteerId, seq: 2, minutes: 180, shiftId });
    expect(await balanceOf(caller)).toBe(4);
    const other = await aVolunteer(district);
    const { number } = (await other.caller.get('/volunteers/me')).body;
    expect((await caller.post('/points-gifts', { number, points: 3 })).status).toBe(201);
    const { endsAt } = (await ownOf(asker.caller))[0];
    district.clock.now = shiftBy(endsAt, 8 * day);
    await district.tick();
    expect(await ownOf(asker.caller)).toMatchObject([{ state: 'settled', held: 0, paid: 3 }]);

    await book({ volunteerId, seq: 3, kind: 'reversal', reverses: 2, minutes: -180, shiftId });
    expect(await ownOf(asker.caller)).toMatchObject([{ held: 3, paid: 0 }]);
    expect((await caller.get('/points')).body).toMatchObject({ balance: 0, carriedMinutes: -120 });
    await book({ volunteerId, seq: 4, minutes: 120, shiftId });
    expect(await ownOf(asker.caller)).toMatchObject([{ held: 1, paid: 2 }]);
    expect((await caller.get('/points')).body).toMatchObject({ balance: 0, carriedMinutes: 0 });
    district.clock.now = shiftBy(district.clock.now, 8 * day);
    await district.tick();
    expect(await ownOf(asker.caller)).toMatchObject([{ held: 0, paid: 2, back: 1 }]);
  });

  it('that are confirmed when all has gone back earn by the rules, so that nobody helps for nothing', async () => {
    const { asker, shiftId } = await planned();
    const { endsAt } = (await ownOf(asker.caller))[0];
    district.clock.now = shiftBy(endsAt, 8 * day);
    await district.tick();
    expect(await balanceOf(asker.caller)).toBe(20);
    const { volunteerId, caller } = await aVolunteer(district);
    await book({ volunteerId, seq: 1, minutes: 90, shiftId });
    expect((await caller.get('/points')).body).toMatchObject({ balance: 1, carriedMinutes: 30 });
    await book({ volunteerId, seq: 2, kind: 'reversal', reverses: 1, minutes: -90, shiftId });
    expect((await caller.get('/points')).body).toMatchObject({ balance: 0, carriedMinutes: 0 });
  });

  it('pay nobody with her own points, also where two records were found to be hers', async () => {
    const { asker, shiftId, helpId } = await planned();
    const other = await aVolunteer(district);
    await aMerge(district, { stays: other, goes: asker });
    await district.settle();
    await book({ volunteerId: other.volunteerId, seq: 1, minutes: 60, shiftId });
    const help = () => district.table('points').get(HelpItem, { id: helpId });
    expect(await help()).toMatchObject({ held: 1, helped: [{ volunteerId: other.volunteerId, minutes: 60, paid: 0 }] });
    expect(await ownOf(other.caller)).toMatchObject([{ id: helpId, held: 1, paid: 0 }]);
    // What is not used goes where her points are now.
    district.clock.now = shiftBy(soonByDay(district), 20 * day);
    await district.tick();
    expect(await help()).toMatchObject({ held: 0, state: 'settled' });
    expect(await balanceOf(other.caller)).toBe(20);
  });
});
