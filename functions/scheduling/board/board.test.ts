import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const week = '2026-W49';
const monday = '2026-11-30T02:00:00.000Z';

/** A team with so many members, and what its leader does on the board. */
async function aBoard(members: number) {
  const team = await aTeam(district);
  const people = await Promise.all(Array.from({ length: members }, () => aMember(district, team)));
  const leader = await district.person({ role: 'teamLeader', scope: team.team });
  const query = `team=${team.team}&week=${week}`;
  return {
    team: team.team,
    people,
    leader,
    read: async () => (await leader.get(`/boards?${query}`)).body.shifts,
    options: async (volunteerId: string, from: string) =>
      (await leader.get(`/boards/options?${query}&volunteerId=${volunteerId}&from=${from}`)).body.items,
    move: (volunteerId: string, from: string, to: string) => leader.post('/boards/moves', { volunteerId, from, to }),
    invite: (shiftId: string, volunteerId?: string) =>
      leader.post('/boards/invitations', { shiftId, ...(volunteerId && { volunteerId }) }),
    message: (shiftId: string, text: string) => leader.post('/boards/messages', { shiftId, text }),
    shift: async (days: number, overrides: Parameters<typeof aShift>[1] = {}) => {
      const startsAt = shiftBy(monday, days * day);
      const made = await aShift(district, { teamScope: team.team, leader, places: 1, startsAt, ...overrides });
      return made.shiftId;
    },
  };
}

const agenda = async (who: TestClient) => (await who.get('/agenda')).body.items;
const told = async (who: TestClient) =>
  (await who.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);

describe('the board of a week', () => {
  it('shows who is where, and how many could be asked for what is open', async () => {
    const { people, shift, read } = await aBoard(3);
    const [mei, lan] = people;
    const open = await shift(0, { places: 2, title: '一班' });
    await shift(1, { state: 'draft' });
    await shift(9);
    await mei?.caller.post(`/shifts/${open}/sign-ups`);
    await lan?.caller.put('/volunteers/me/details', {
      ...{ version: 0, skills: [], languages: [], away: [] },
      weekly: ['sun-evening'],
    });
    expect(await read()).toMatchObject([
      {
        id: open,
        title: '一班',
        freePlaces: 1,
        eligible: 1,
        people: [{ volunteerId: mei?.volunteerId, state: 'signedUp' }],
      },
      { state: 'draft', people: [] },
    ]);
  });

  it('moves somebody only when she accepts, and then gives the old place back in the same moment', async () => {
    const { people, shift, read, options, move } = await aBoard(2);
    const [mei, lan] = people;
    if (!mei || !lan) throw new Error('there are two');
    const from = await shift(0);
    const to = await shift(0, { startsAt: shiftBy(monday, 30 * minute) });
    await mei.caller.post(`/shifts/${from}/sign-ups`);
    await lan.caller.post(`/shifts/${from}/waitlist`);
    expect(await options(mei.volunteerId, from)).toMatchObject([{ shiftId: to, fits: 'fits', freePlaces: 1 }]);
    expect(await move(mei.volunteerId, from, to)).toMatchObject({ status: 201, body: { asked: 1 } });
    expect((await move(mei.volunteerId, from, to)).body.code).toBe('board.cannotServe');
    await district.settle();
    expect(await agenda(mei.caller)).toMatchObject([
      { shiftId: from, state: 'signedUp' },
      { shiftId: to, state: 'offered' },
    ]);
    expect((await read())[1].people).toMatchObject([{ state: 'offered', movesFrom: from }]);
    const seen = (await mei.caller.get(`/shifts/${to}`)).body;
    expect(seen).toMatchObject({ mine: 'offered', movesFrom: { title: expect.any(String) } });
    expect(seen.refusal).toBeUndefined();

    expect((await mei.caller.post(`/shifts/${to}/offer/acceptance`)).body).toEqual({ shiftId: to, state: 'signedUp' });
    await district.settle();
    expect(await agenda(mei.caller)).toMatchObject([{ shiftId: to, state: 'signedUp' }]);
    expect(await agenda(lan.caller)).toMatchObject([{ shiftId: from, state: 'offered' }]);
    expect(await told(mei.caller)).toEqual(expect.arrayContaining(['seatOffered', 'signedUp', 'signUpCancelled']));
  });

  it('leaves her where she is when she declines, or when what she was to leave is gone already', async () => {
    const { people, shift, move } = await aBoard(1);
    const [mei] = people;
    if (!mei) throw new Error('there is one');
    const [from, to] = [await shift(0), await shift(1)];
    await mei.caller.post(`/shifts/${from}/sign-ups`);
    await move(mei.volunteerId, from, to);
    await mei.caller.post(`/shifts/${to}/offer/refusal`);
    expect(await agenda(mei.caller)).toMatchObject([{ shiftId: from, state: 'signedUp' }]);

    const other = await shift(2);
    await move(mei.volunteerId, from, other);
    await mei.caller.delete(`/shifts/${from}/sign-ups/me`);
    expect((await mei.caller.post(`/shifts/${other}/offer/acceptance`)).status).toBe(201);
    expect(await agenda(mei.caller)).toMatchObject([{ shiftId: other, state: 'signedUp' }]);
  });

  it('says what stands in the way before anybody is asked, and refuses with the same words', async () => {
    const { people, shift, options, move } = await aBoard(2);
    const [mei, lan] = people;
    if (!mei || !lan) throw new Error('there are two');
    const from = await shift(0);
    const legal = await shift(1, { neededSkill: 'legal' });
    const full = await shift(2);
    const long = await shift(3, { endsAt: shiftBy(monday, 3 * day + 21 * hour) });
    const own = await shift(4, { title: '晨练' });
    await mei.caller.post(`/shifts/${from}/sign-ups`);
    await lan.caller.post(`/shifts/${full}/sign-ups`);
    await mei.caller.post(`/shifts/${own}/sign-ups`);
    const overlapping = await shift(4, { startsAt: shiftBy(monday, 4 * day + hour) });
    const found = await options(mei.volunteerId, from);
    expect(await options(lan.volunteerId, from)).toEqual([]);
    const why = (id: string) => found.find(({ shiftId }: { shiftId: string }) => shiftId === id)?.why;
    expect(why(legal)).toBe('没有“法律咨询”技能');
    expect(why(full)).toBe('没有空位了');
    expect(why(long)).toBe('与夜间班次“晨练”（12月4日 10:00 至 12:00）之间休息不足 8 小时');
    expect(why(own)).toBe('已经在这个班次里');
    expect(why(overlapping)).toContain('与“晨练”');
    expect((await move(mei.volunteerId, from, legal)).body.detail).toContain('没有“法律咨询”技能');
    expect((await move(mei.volunteerId, from, full)).body.code).toBe('board.full');
    expect((await move(lan.volunteerId, from, legal)).body.code).toBe('board.notThere');
    const { shiftId: elsewhere } = await aShift(district, { startsAt: shiftBy(monday, 5 * day) });
    expect((await move(mei.volunteerId, from, elsewhere)).status).toBe(403);
  });

  it('asks the members who fit, least busy first, and whoever is named although she said no before', async () => {
    const { people, shift, invite, read } = await aBoard(3);
    const [mei, lan, hua] = people;
    if (!mei || !lan || !hua) throw new Error('there are three');
    const earlier = await shift(-7, { startsAt: shiftBy(district.clock.now, hour) });
    await mei.caller.post(`/shifts/${earlier}/sign-ups`);
    const open = await shift(0, { places: 2 });
    expect((await invite(open)).body).toEqual({ asked: 2 });
    expect((await invite(open)).body.code).toBe('board.full');
    expect(await agenda(mei.caller)).toHaveLength(1);
    await lan.caller.post(`/shifts/${open}/offer/refusal`);
    await hua.caller.post(`/shifts/${open}/offer/acceptance`);
    expect((await read())[0]).toMatchObject({ freePlaces: 1, eligible: 1 });
    expect((await invite(open, hua.volunteerId)).body.code).toBe('board.cannotServe');
    expect((await invite(open, lan.volunteerId)).body).toEqual({ asked: 1 });
    await lan.caller.post(`/shifts/${open}/offer/refusal`);
    expect((await invite(open)).body).toEqual({ asked: 1 });
    await mei.caller.post(`/shifts/${open}/offer/refusal`);
    expect((await invite(open)).body.code).toBe('board.nobodyFits');
  });

  it('goes into a spreadsheet in which no cell is a formula', async () => {
    const { team, people, leader, shift } = await aBoard(1);
    const open = await shift(0, { places: 2, title: '=HYPERLINK("x")' });
    await people[0]?.caller.post(`/shifts/${open}/sign-ups`);
    const { body } = await leader.get(`/boards/file?team=${team}&week=${week}`);
    expect(body.filename).toMatch(/2026-W49\.csv$/);
    const [head, first, second] = body.csv.split('\r\n');
    expect(head).toContain('班次');
    expect(first).toContain(`"'=HYPERLINK(""x"")",11月30日 10:00,11月30日 12:00,`);
    expect(first).toMatch(/陈小明,已报名$/);
    expect(second).toMatch(/,,空缺$/);
  });

  it('writes to all who have a place, once each', async () => {
    const { people, shift, message } = await aBoard(2);
    const [mei, lan] = people;
    if (!mei || !lan) throw new Error('there are two');
    const full = await shift(0, { places: 2 });
    expect((await message(full, '请带雨衣')).body.code).toBe('board.nobodyThere');
    await mei.caller.post(`/shifts/${full}/sign-ups`);
    expect((await message(full, ' ')).status).toBe(400);
    expect((await message(full, '请带雨衣')).body).toEqual({ people: 1 });
    await district.settle();
    await district.redeliver();
    const { items } = (await mei.caller.get('/notifications')).body;
    const words = items.filter(({ kind }: { kind: string }) => kind === 'shiftMessage');
    expect(words).toMatchObject([{ body: expect.stringContaining('请带雨衣'), shiftId: full }]);
    expect(await told(lan.caller)).not.toContain('shiftMessage');
  });
});
