import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActivity } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aTeamRoster, monday, type Row, week } from '../../test/a-team-roster.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const aRosterOf = (members: number) => aTeamRoster(district, members);

const pairs = (rows: readonly Row[]) =>
  rows.flatMap(({ shiftId, proposals }) => proposals.map(({ volunteerId }) => `${shiftId} ${volunteerId}`)).sort();
const agenda = async (who: TestClient) => (await who.get('/agenda')).body.items;

describe('a roster', () => {
  it('fills what is open, says why, and asks nobody before it is sent', async () => {
    const { people, shift, start, read, rows } = await aRosterOf(3);
    for (const days of [0, 1, 2]) await shift(days);
    await shift(3, { neededSkill: 'legal' });
    expect(await read()).toMatchObject({ state: 'none' });
    expect(await start()).toMatchObject({ status: 202, body: { state: 'working' } });
    expect((await start()).body.code).toBe('roster.underWay');
    await district.settle();
    expect(await read()).toMatchObject({
      state: 'ready',
      summary: { shifts: 4, places: 4, filled: 3, people: 3, candidates: 3, changed: 0 },
    });
    const found = await rows();
    expect(found.map(({ proposals }) => proposals.length)).toEqual([1, 1, 1, 0]);
    expect(found[0]?.proposals[0]).toMatchObject({ isLocked: false, isNew: false });
    expect(found[0]?.proposals[0]?.reasons).toEqual(expect.arrayContaining(['ownTeam', 'ownKind', 'servedLittle']));
    expect(found[3]?.obstacles).toEqual([{ obstacle: 'skill', people: 3 }]);
    for (const { caller } of people) expect(await agenda(caller)).toEqual([]);
  });

  it('keeps what is locked, never asks again for what was taken out, and changes little else', async () => {
    const { shift, start, rows, choose, read } = await aRosterOf(6);
    for (const days of [0, 1, 2, 3]) await shift(days);
    await start();
    await district.settle();
    const before = await rows();
    const out = before[1]?.proposals[0]?.volunteerId;
    expect((await choose(before[0], 'lock')).status).toBe(200);
    expect((await choose(before[1], 'remove')).status).toBe(200);
    expect((await choose(before[1], 'remove')).body.code).toBe('roster.moved');
    await start();
    await district.settle();
    const after = await rows();
    expect(after[0]?.proposals).toMatchObject([
      { ...before[0]?.proposals[0], isLocked: true, reasons: expect.arrayContaining(['locked']) },
    ]);
    expect(after[1]?.proposals).toMatchObject([{ isNew: true }]);
    expect(after[1]?.proposals[0]?.volunteerId).not.toBe(out);
    expect((await read()).summary.changed).toBeLessThanOrEqual(2);
    const others = (list: Row[]) => pairs(list.filter((_, index) => index !== 1));
    expect(others(after).filter((pair) => others(before).includes(pair)).length).toBeGreaterThanOrEqual(2);
  });

  it('is sent: each is asked, and has a place only when she accepts', async () => {
    const { people, shift, start, rows, publish, read } = await aRosterOf(2);
    const { shiftId } = await shift(0, { places: 2 });
    expect((await publish()).body.code).toBe('roster.notReady');
    await start();
    await district.settle();
    expect(pairs(await rows())).toHaveLength(2);
    expect((await publish()).body).toMatchObject({ state: 'sent' });
    await district.settle();
    await district.redeliver();
    const [mei, lan] = people;
    if (!mei || !lan) throw new Error('there are two');
    const offeredUntil = shiftBy(district.clock.now, 24 * hour);
    expect(await agenda(mei.caller)).toMatchObject([{ shiftId, state: 'offered', offeredUntil }]);
    expect((await mei.caller.post(`/shifts/${shiftId}/offer/acceptance`)).body).toEqual({ shiftId, state: 'signedUp' });
    expect((await lan.caller.post(`/shifts/${shiftId}/offer/refusal`)).body).toEqual({ shiftId, state: 'declined' });
    await district.redeliver();
    expect(await agenda(lan.caller)).toEqual([]);

    await start();
    await district.settle();
    expect(await read()).toMatchObject({ state: 'ready', summary: { places: 1, filled: 0 } });
    expect((await rows())[0]?.obstacles).toEqual([{ obstacle: 'notAsked', people: 1 }]);
  });

  it('says where a shift meets by now, also when that changed since it was worked out', async () => {
    const { shift, start, rows, leader } = await aRosterOf(1);
    const { shiftId } = await shift(0);
    await start();
    await district.settle();
    const { place: seen } = anActivity();
    expect((await rows())[0]?.placeName).toBe(seen.name);
    const place = { ...seen, name: '荔湾湖公园北门' };
    expect((await leader.put(`/team-shifts/${shiftId}/place`, { seen, place })).status).toBe(200);
    expect((await rows())[0]?.placeName).toBe(place.name);
  });

  it('spreads the load: who has much in the week gets less', async () => {
    const { people, shift, start, rows } = await aRosterOf(2);
    const [mei, lan] = people;
    for (const days of [0, 1]) {
      const { shiftId } = await shift(days, { endsAt: shiftBy(monday, days * day + 6 * hour) });
      await mei?.caller.post(`/shifts/${shiftId}/sign-ups`);
    }
    await shift(3);
    await start();
    await district.settle();
    expect((await rows()).map(({ proposals }) => proposals.map(({ volunteerId }) => volunteerId))).toEqual([
      [lan?.volunteerId],
    ]);
  });

  it('asks others before it asks somebody twice', async () => {
    const { shift, start, rows } = await aRosterOf(4);
    for (const days of [0, 1, 2, 3]) await shift(days);
    await start();
    await district.settle();
    const asked = (await rows()).flatMap(({ proposals }) => proposals.map(({ volunteerId }) => volunteerId));
    expect(new Set(asked).size).toBe(4);
  });

  it('asks people for times at which they say that they are free, and for what they wish', async () => {
    const { people, shift, start, rows, read } = await aRosterOf(3);
    const [mei, lan, hua] = people;
    if (!mei || !lan || !hua) throw new Error('there are three');
    const details = { version: 0, skills: [], languages: [], away: [] };
    await mei.caller.put('/volunteers/me/details', { ...details, weekly: ['tue-morning'] });
    await lan.caller.put('/volunteers/me/details', { ...details, weekly: ['mon-evening'] });
    await hua.caller.put('/volunteers/me/details', {
      ...details,
      weekly: ['mon-morning', 'tue-morning', 'wed-morning', 'thu-morning'],
      away: [{ from: '2026-11-30', until: '2026-11-30' }],
    });
    await hua.caller.put('/serving-preferences', {
      version: 0,
      kinds: ['patrol'],
      times: ['wed-morning'],
      mostHours: 2,
    });
    for (const days of [0, 1, 2, 3]) await shift(days);
    await start();
    await district.settle();
    const found = await rows();
    expect(found.map(({ proposals }) => proposals.map(({ volunteerId }) => volunteerId))).toEqual([
      [],
      [mei.volunteerId],
      [hua.volunteerId],
      [],
    ]);
    expect(found[2]?.proposals[0]?.reasons).toEqual(expect.arrayContaining(['wishedKind', 'wishedTime']));
    expect(found[0]?.obstacles).toEqual([{ obstacle: 'notFree', people: 3 }]);
    expect(found[3]?.obstacles).toEqual([
      { obstacle: 'notFree', people: 2 },
      { obstacle: 'ownLimit', people: 1 },
    ]);
    expect((await read()).summary.days).toMatchObject([
      { day: '2026-11-30', places: 1, filled: 0 },
      { day: '2026-12-01', places: 1, filled: 1 },
      { filled: 1 },
      { filled: 0 },
    ]);
  });

  it('takes in by hand whom the rules allow, and keeps her whatever is worked out', async () => {
    const { people, leader, body, shift, start, rows, read } = await aRosterOf(3);
    const [mei, lan] = people;
    if (!mei || !lan) throw new Error('there are three');
    const { shiftId } = await shift(0, { neededSkill: 'firstAid' });
    const overlapping = await shift(0, { startsAt: shiftBy(monday, 30 * minute), places: 2 });
    const details = { version: 0, skills: ['firstAid'], languages: [], away: [], weekly: ['fri-evening'] };
    await mei.caller.put('/volunteers/me/details', details);
    await lan.caller.put('/volunteers/me/details', { ...details, skills: [] });
    await start();
    await district.settle();
    const add = (person: { volunteerId: string }, into = shiftId) =>
      leader.post('/week-rosters/additions', { ...body, shiftId: into, volunteerId: person.volunteerId });
    const before = await rows();
    const first = before.find((row) => row.shiftId === shiftId)?.proposals[0]?.volunteerId;
    expect((await add(mei)).body.code).toBe('roster.noPlaceLeft');
    await leader.put('/week-rosters/choices', { ...body, shiftId, volunteerId: first, choice: 'remove' });
    const path = `/week-rosters/people?place=${body.place}&week=${week}&shiftId=${shiftId}`;
    expect((await leader.get(path)).body.items).toMatchObject([
      { fits: 'fits', volunteerId: first },
      { fits: 'mind', why: '本人说这个时间没空', volunteerId: mei.volunteerId },
      { fits: 'must', why: '没有“急救”技能', volunteerId: lan.volunteerId },
    ]);
    expect((await leader.get(`${path}&name=${encodeURIComponent('无此人')}`)).body.items).toEqual([]);
    expect((await add(lan)).body).toMatchObject({
      code: 'roster.cannotServe',
      detail: expect.stringContaining('没有“急救”技能'),
    });
    const { volunteerId: stranger } = await aMember(district, await aTeam(district));
    expect((await add({ volunteerId: stranger })).body.code).toBe('roster.notMember');
    expect((await add(mei)).status).toBe(201);
    expect((await add(mei, overlapping.shiftId)).body).toMatchObject({
      code: 'roster.cannotServe',
      detail: expect.stringContaining('时间重叠'),
    });
    await start();
    await district.settle();
    const after = await rows();
    expect(after.find((row) => row.shiftId === shiftId)?.proposals).toMatchObject([
      { volunteerId: mei.volunteerId, isLocked: true, reasons: ['locked'] },
    ]);
    const { summary } = await read();
    const pairsOf = (list: Row[]) => new Set(pairs(list));
    expect(summary.changed).toBe([...pairsOf(after)].filter((pair) => !pairsOf(before).has(pair)).length - 1);
  });

  it('lets a lock fall only when she has said no, or has something else by now', async () => {
    const { people, shift, start, rows, choose, publish } = await aRosterOf(1);
    const [mei] = people;
    const { shiftId } = await shift(0);
    await start();
    await district.settle();
    await choose((await rows())[0], 'lock');
    await publish();
    await district.settle();
    await mei?.caller.post(`/shifts/${shiftId}/offer/refusal`);
    await start();
    await district.settle();
    expect(await rows()).toMatchObject([{ proposals: [], obstacles: [{ obstacle: 'notAsked', people: 1 }] }]);
  });

  it('is read by day, and by what is still empty', async () => {
    const { leader, body, shift, start } = await aRosterOf(1);
    await shift(0);
    const lacking = await shift(1, { neededSkill: 'legal' });
    const another = await shift(3, { neededSkill: 'legal' });
    await start();
    await district.settle();
    const read = async (rest: string) =>
      (await leader.get(`/week-rosters/shifts?place=${body.place}&week=${week}&limit=1${rest}`)).body.items;
    expect(await read('&day=2026-11-30')).toHaveLength(1);
    expect(await read('&day=2026-12-02')).toEqual([]);
    expect(await read('&lacking=yes')).toMatchObject([{ shiftId: lacking.shiftId }]);
    expect(await read('&lacking=yes&day=2026-12-03')).toMatchObject([{ shiftId: another.shiftId }]);
    const path = `/week-rosters/shifts?place=${body.place}&week=${week}&limit=1&lacking=yes`;
    const { cursor } = (await leader.get(path)).body;
    const next = (await leader.get(`${path}&cursor=${encodeURIComponent(cursor)}`)).body;
    expect(next).toEqual({ items: [expect.objectContaining({ shiftId: another.shiftId })] });
    expect((await leader.get(`${path}&cursor=nowhere`)).body.code).toBe('platform.cursorInvalid');
  });

  it('can be stopped, and then the answer that comes late is dropped', async () => {
    const { leader, body, shift, start, read, rows } = await aRosterOf(1);
    await shift(0);
    await start();
    expect((await leader.post('/week-rosters/stop', body)).body).toMatchObject({ state: 'stopped' });
    expect((await leader.post('/week-rosters/stop', body)).body.code).toBe('roster.notUnderWay');
    await district.settle();
    expect(await read()).toMatchObject({ state: 'stopped' });
    expect(await rows()).toEqual([]);
  });

  it('is for weeks to come, at a place that there is, and for its own branch', async () => {
    const { leader, body, start } = await aRosterOf(0);
    expect((await leader.post('/week-rosters', { ...body, week: '2026-W47' })).body.code).toBe('roster.weekOver');
    for (const wrong of ['next', '2027-W53'])
      expect((await leader.post('/week-rosters', { ...body, week: wrong })).status).toBe(400);
    expect((await leader.post('/week-rosters', { ...body, place: home.street })).status).toBe(403);
    expect((await leader.post('/week-rosters', { ...body, place: `${body.place}9` })).status).toBe(400);
    expect((await start()).status).toBe(202);
    await district.settle();
  });

  it('of a street reaches all its teams', async () => {
    const first = await aRosterOf(1);
    const second = await aRosterOf(1);
    await first.shift(5);
    await second.shift(5, { startsAt: shiftBy(monday, 5 * day + 30 * minute) });
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    await coordinator.post('/week-rosters', { place: home.street, week });
    await district.settle();
    const { body } = await coordinator.get(`/week-rosters?place=${home.street}&week=${week}`);
    expect(body).toMatchObject({ state: 'ready' });
    expect(body.summary.candidates).toBeGreaterThanOrEqual(2);
    const { items } = (await coordinator.get(`/week-rosters/shifts?place=${home.street}&week=${week}&limit=100`)).body;
    expect(items.filter(({ startsAt }: { startsAt: string }) => startsAt >= shiftBy(monday, 5 * day))).toMatchObject([
      { proposals: [{ reasons: expect.arrayContaining(['ownTeam']) }] },
      { proposals: [{ reasons: expect.arrayContaining(['ownTeam']) }] },
    ]);
  });
});
