import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { accountClosed } from '@kaifong/shared/people/events.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { must } from '../../test/a-handover.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aNoShow } from '../../test/a-no-show.ts';
import { aCoordinator, anAttendance } from '../../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const figureOf = async (who: TestClient) => (await who.get('/reliability/mine')).body;
const ownOf = async (who: TestClient) => (await who.get('/no-shows/mine')).body.items;
const kindsOf = async (who: TestClient) =>
  (await who.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);

describe('a leader marks who did not come', () => {
  it('after the shift, for three days, and only who had a place and was not seen', async () => {
    const { leader, shiftId, person } = await aNoShow(district, { state: 'absent' });
    const { volunteerId } = person;
    const path = `/no-shows/of-shift/${shiftId}`;
    expect((await leader.get(path)).body.items).toMatchObject([{ volunteerId, mayMark: true, mayTakeBack: false }]);
    expect(await leader.post(path, { volunteerId })).toMatchObject({ status: 201, body: { state: 'marked' } });
    expect((await leader.post(path, { volunteerId })).body.code).toBe('noShow.alreadyMarked');
    expect((await leader.get(path)).body.items).toMatchObject([{ state: 'marked', mayMark: false, mayTakeBack: true }]);
    const stranger = await anAttendance(district, 'here');
    expect((await leader.post(path, { volunteerId: stranger.volunteerId })).body.code).toBe('noShow.noPlace');
    district.later(3 * day);
    expect((await leader.delete(`${path}/${volunteerId}`)).body.code).toBe('noShow.tooLate');
    const late = await aNoShow(district, { state: 'absent' });
    district.later(3 * day);
    const tooLate = await late.leader.post(`/no-shows/of-shift/${late.shiftId}`, {
      volunteerId: late.person.volunteerId,
    });
    expect(tooLate.body.code).toBe('noShow.tooLate');
  });

  it('not before the end, nor one who was there, nor herself', async () => {
    const { leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
    const path = `/no-shows/of-shift/${shiftId}`;
    expect((await leader.post(path, { volunteerId })).body.code).toBe('noShow.notOverYet');
    const there = await anAttendance(district, 'here');
    district.later(3 * hour);
    const wasThere = await there.leader.post(`/no-shows/of-shift/${there.shiftId}`, { volunteerId: there.volunteerId });
    expect(wasThere.body.code).toBe('noShow.wasThere');
    expect((await there.leader.get(`/no-shows/of-shift/${there.shiftId}`)).body.items).toEqual([]);
  });

  it('can take it back, and service that is confirmed does so by itself', async () => {
    const { leader, shiftId, person, startsAt } = await aNoShow(district);
    const { volunteerId, caller } = person;
    expect(await figureOf(caller)).toEqual({ kept: 0, of: 1 });
    const path = `/no-shows/of-shift/${shiftId}`;
    await must(leader.delete(`${path}/${volunteerId}`));
    expect((await leader.delete(`${path}/${volunteerId}`)).body.code).toBe('noShow.notMarked');
    await must(leader.post(path, { volunteerId }));
    for (const [what, at] of [
      ['in', startsAt],
      ['out', shiftBy(startsAt, 10 * minute)],
    ])
      await must(leader.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what, at }));
    await must((await aCoordinator(district)).post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`));
    await district.settle();
    expect(await ownOf(caller)).toMatchObject([{ state: 'takenBack' }]);
    expect(await figureOf(caller)).toEqual({ kept: 1, of: 1 });
    await district.redeliver();
    expect((await kindsOf(caller)).filter((kind: string) => kind === 'noShowTakenBack')).toHaveLength(2);
  });
});

describe('a mark', () => {
  it('is contested with words, does not count meanwhile, and is decided by a second person', async () => {
    const { team, shiftId, person, leader } = await aNoShow(district);
    const { caller, volunteerId } = person;
    const contest = `/no-shows/mine/${shiftId}/contest`;
    expect((await caller.post(contest, { statement: ' 短 ' })).status).toBe(400);
    await must(caller.post(contest, { statement: '我到了，手机没电签不了到' }));
    expect((await caller.post(contest, { statement: '再说一次，我到了' })).body.code).toBe('noShow.cannotContest');
    expect(await figureOf(caller)).toEqual({ kept: 0, of: 0 });
    const queue = (await team.coordinator.get(`/no-shows/contested?place=${home.street}&limit=100`)).body.items;
    expect(queue).toContainEqual(
      expect.objectContaining({ volunteerId, shiftId, statement: '我到了，手机没电签不了到', isForOther: false }),
    );
    const decide = `/no-shows/contested/${shiftId}/${volunteerId}`;
    const words = '问过同队的人，那天没有看到';
    expect((await leader.post(decide, { outcome: 'lifted', words })).status).toBe(403);
    await must(team.coordinator.post(decide, { outcome: 'upheld', words }));
    expect((await team.coordinator.post(decide, { outcome: 'lifted', words })).body.code).toBe('noShow.notContested');
    const [own] = await ownOf(caller);
    expect(own).toMatchObject({ state: 'upheld', decision: { outcome: 'upheld', words } });
    expect(own.markedBy ?? own.decision.by).toBeUndefined();
    expect(await figureOf(caller)).toEqual({ kept: 0, of: 1 });
    await district.settle();
    expect(await kindsOf(caller)).toEqual(expect.arrayContaining(['noShowMarked', 'noShowUpheld']));
  });

  it('is decided neither by who made it nor after two weeks', async () => {
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const { shiftId, person } = await aNoShow(district, { leader: coordinator, state: 'contested' });
    const decided = await coordinator.post(`/no-shows/contested/${shiftId}/${person.volunteerId}`, {
      outcome: 'upheld',
      words: '没有来',
    });
    expect(decided.body.code).toBe('noShow.decidedByAnother');
    const old = await aNoShow(district);
    district.later(14 * day + minute);
    const contested = await old.person.caller.post(`/no-shows/mine/${old.shiftId}/contest`, { statement: '我到了的' });
    expect(contested.body.code).toBe('noShow.cannotContest');
  });

  it('goes along when two records turn out to be one person’s, and with the account when it is closed', async () => {
    const { shiftId, person } = await aNoShow(district);
    const stays = await aNoShow(district);
    await aMerge(district, { stays: stays.person, goes: person });
    await district.settle();
    expect(await figureOf(stays.person.caller)).toEqual({ kept: 0, of: 2 });
    expect(await ownOf(stays.person.caller)).toHaveLength(2);
    await must(stays.person.caller.post(`/no-shows/mine/${shiftId}/contest`, { statement: '我到了，没签到' }));

    const people = district.table('people');
    const { accountId, volunteerId } = stays.person;
    const closed = accountClosed.make(district.clock.now, { accountId, volunteerId });
    await transact(people.client, { closed: people.put(EventItem, closed) });
    await district.settle();
    expect(await figureOf(stays.person.caller)).toEqual({ kept: 0, of: 0 });
    await district.redeliver();
    expect(await ownOf(stays.person.caller)).toEqual([]);
  });
});

describe('three marks in sixty days', () => {
  it('pause standing sign-ups, until the leader has talked to her; then things begin afresh', async () => {
    const first = await aNoShow(district);
    const { team, person, leader } = first;
    const again = () => aNoShow(district, { team, person, leader });
    await again();
    await district.settle();
    expect((await figureOf(person.caller)).pausedUntil).toBeUndefined();
    await again();
    await district.settle();
    await district.redeliver();
    expect(await figureOf(person.caller)).toMatchObject({ kept: 0, of: 3, pausedUntil: expect.any(String) });
    const { items } = (await leader.get(`/reliability/of-team?team=${team.team}`)).body;
    expect(items).toMatchObject([{ volunteerId: person.volunteerId, of: 3, pausedUntil: expect.any(String) }]);
    const resumption = { team: team.team, volunteerId: person.volunteerId };
    expect((await leader.post('/reliability/resumptions', { ...resumption, team: home.team })).status).toBe(403);
    await must(leader.post('/reliability/resumptions', resumption));
    expect((await leader.post('/reliability/resumptions', resumption)).body.code).toBe('noShow.notPaused');
    await again();
    await district.settle();
    expect((await figureOf(person.caller)).pausedUntil).toBeUndefined();
    expect((await kindsOf(person.caller)).filter((kind: string) => kind === 'regularsPaused')).toHaveLength(1);
    expect(await kindsOf(person.caller)).toContain('regularsResumed');
  });

  it('pause them for thirty days at most, and not while one is contested', async () => {
    const first = await aNoShow(district);
    for (let more = 0; more < 2; more += 1) await aNoShow(district, first);
    await district.settle();
    const { caller } = first.person;
    await must(caller.post(`/no-shows/mine/${first.shiftId}/contest`, { statement: '那天我在场的' }));
    await district.settle();
    expect((await figureOf(caller)).pausedUntil).toBeUndefined();
    const decide = `/no-shows/contested/${first.shiftId}/${first.person.volunteerId}`;
    await must(first.team.coordinator.post(decide, { outcome: 'upheld', words: '核实过，没有来' }));
    await district.settle();
    expect((await figureOf(caller)).pausedUntil).toBeDefined();
    district.later(30 * day + minute);
    await district.tick();
    await district.settle();
    expect((await figureOf(caller)).pausedUntil).toBeUndefined();
  });
});
