import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTeamRoster, monday, week } from '../../test/a-team-roster.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const guide: ShiftRole = { number: 1, name: '引导', skills: [], fewest: 1, most: 2 };
const medic: ShiftRole = { number: 2, name: '急救', skills: ['firstAid'], fewest: 1, most: 1 };
const roles = [guide, medic];

/** A team in which the first so many can give first aid, and the others cannot. */
async function aTeamWith(medics: number, others: number) {
  const team = await aTeamRoster(district, medics + others);
  const details = { version: 0, languages: [], away: [] };
  for (const [index, { caller }] of team.people.entries()) {
    const skills = index < medics ? ['firstAid'] : [];
    const weekly = ['mon-morning', 'tue-morning', 'wed-morning'];
    expect((await caller.put('/volunteers/me/details', { ...details, skills, weekly })).status).toBe(200);
  }
  const able = team.people.slice(0, medics).map(({ volunteerId }) => volunteerId);
  return { ...team, able, post: (path: string, body: object) => team.leader.post(path, body) };
}

const agenda = async (who: TestClient) => (await who.get('/agenda')).body.items;

describe('a roster of shifts with roles', () => {
  it('has those who can in each role, says by role why nobody, and asks for the very role', async () => {
    const { team, people, able, shift, start, rows, publish, leader } = await aTeamWith(1, 2);
    const { shiftId } = await shift(0, { places: 3, roles });
    const other = await shift(1, { places: 2, roles: [{ ...guide, most: 1 }, medic] });
    await start();
    await district.settle();
    const [first, second] = await rows();
    expect(first).toMatchObject({ shiftId, places: 3, obstacles: [] });
    expect(first?.proposals.map(({ role }) => role).sort()).toEqual([1, 1, 2]);
    expect(first?.proposals.find(({ role }) => role === 2)).toMatchObject({ volunteerId: able[0] });
    expect(first?.proposals.find(({ role }) => role === 2)?.reasons).toContain('skill');
    expect(first?.roles).toMatchObject([
      { number: 1, name: '引导', places: 2, obstacles: [] },
      { number: 2, name: '急救', places: 1, obstacles: [] },
    ]);
    expect(second).toMatchObject({ shiftId: other.shiftId });
    expect(second?.proposals).toHaveLength(2);
    expect(second?.proposals.find(({ role }) => role === 2)).toMatchObject({ volunteerId: able[0] });

    await publish();
    await district.settle();
    for (const { caller } of people) {
      expect(await agenda(caller)).not.toEqual([]);
      for (const offer of await agenda(caller)) await caller.post(`/shifts/${offer.shiftId}/offer/acceptance`);
    }
    const { shifts } = (await leader.get(`/boards?team=${team.team}&week=${week}`)).body;
    for (const { people: there } of shifts)
      expect(there.filter(({ role }: { role: number }) => role === 2)).toMatchObject([
        { volunteerId: able[0], state: 'signedUp' },
      ]);
  });

  it('leaves a role empty that nobody can serve in, and says so of that role alone', async () => {
    const { shift, start, rows, read } = await aTeamWith(0, 2);
    await shift(0, { places: 3, roles });
    await start();
    await district.settle();
    const [row] = await rows();
    expect(row?.proposals.map(({ role }) => role)).toEqual([1, 1]);
    expect(row?.roles).toMatchObject([
      { number: 1, obstacles: [] },
      { number: 2, obstacles: [{ obstacle: 'skill', people: 2 }] },
    ]);
    expect(await read()).toMatchObject({ summary: { places: 3, filled: 2 } });
  });

  it('fills the places first without which the shift cannot be held', async () => {
    const { able, shift, start, rows } = await aTeamWith(1, 0);
    await shift(0, { places: 3, roles: [{ ...guide, fewest: 0 }, medic] });
    await start();
    await district.settle();
    expect((await rows())[0]?.proposals).toMatchObject([{ volunteerId: able[0], role: 2 }]);
  });

  it('keeps who is locked in her role, and adds by hand where she can serve', async () => {
    const { able, people, body, post, shift, start, rows, choose, leader } = await aTeamWith(2, 1);
    const { shiftId } = await shift(0, { places: 3, roles });
    await start();
    await district.settle();
    const inRole = async (role: number) => (await rows())[0]?.proposals.filter((each) => each.role === role);
    const aider = (await inRole(2))?.[0]?.volunteerId;
    await choose((await rows())[0], 'lock', aider);
    await start();
    await district.settle();
    expect(await inRole(2)).toMatchObject([{ volunteerId: aider, isLocked: true }]);

    await choose((await rows())[0], 'remove', aider);
    const found = `/week-rosters/people?place=${body.place}&week=${week}&shiftId=${shiftId}`;
    const others = (await leader.get(found)).body.items;
    expect(others).toMatchObject([{ volunteerId: aider, fits: 'fits', role: 2 }]);
    const unable = people[2]?.volunteerId;
    const guideId = able.find((id) => id !== aider);
    await choose((await rows())[0], 'remove', guideId);
    await choose((await rows())[0], 'remove', unable);
    const add = (volunteerId: string | undefined, role?: number) =>
      post('/week-rosters/additions', { ...body, shiftId, volunteerId, ...(role && { role }) });
    expect((await add(unable, 2)).body.code).toBe('roster.cannotServe');
    expect((await add(unable)).status).toBe(201);
    expect((await add(guideId)).status).toBe(201);
    expect((await add(aider, 2)).body.code).toBe('roster.noPlaceLeft');
    expect((await add(aider)).status).toBe(201);
    expect((await rows())[0]?.proposals.map(({ volunteerId, role }) => [volunteerId, role])).toEqual([
      [unable, 1],
      [guideId, 2],
      [aider, 1],
    ]);
  });
});

describe('the board of shifts with roles', () => {
  async function aBoardWith(medics: number, others: number) {
    const team = await aTeamWith(medics, others);
    const query = `team=${team.team.team}&week=${week}`;
    const seatRole = async (shiftId: string, volunteerId: string | undefined) => {
      const { shifts } = (await team.leader.get(`/boards?${query}`)).body;
      const shift = shifts.find(({ id }: { id: string }) => id === shiftId);
      return shift.people.find((person: { volunteerId: string }) => person.volunteerId === volunteerId)?.role;
    };
    return { ...team, query, seatRole, board: async () => (await team.leader.get(`/boards?${query}`)).body.shifts };
  }

  it('shows each role’s coverage, and how many could be asked for it', async () => {
    const { people, shift, board } = await aBoardWith(1, 2);
    const { shiftId } = await shift(0, { places: 3, roles });
    await people[1]?.caller.post(`/shifts/${shiftId}/sign-ups`);
    expect((await board())[0]).toMatchObject({
      freePlaces: 2,
      eligible: 2,
      people: [{ volunteerId: people[1]?.volunteerId, role: 1 }],
      coverage: [
        { number: 1, name: '引导', fewest: 1, most: 2, freePlaces: 1, eligible: 2 },
        { number: 2, name: '急救', fewest: 1, most: 1, freePlaces: 1, eligible: 1 },
      ],
    });
  });

  it('asks for each place only who can serve there, and first for what few can do', async () => {
    const { able, people, shift, post, seatRole } = await aBoardWith(1, 3);
    const { shiftId } = await shift(0, { places: 3, roles });
    expect(
      (await post('/boards/invitations', { shiftId, role: 2, volunteerId: people[1]?.volunteerId })).body.code,
    ).toBe('board.cannotServe');
    expect((await post('/boards/invitations', { shiftId })).body).toEqual({ asked: 3 });
    expect(await seatRole(shiftId, able[0])).toBe(2);

    const later = (await shift(1, { places: 3, roles })).shiftId;
    expect((await post('/boards/invitations', { shiftId: later, role: 1 })).body).toEqual({ asked: 2 });
    expect((await post('/boards/invitations', { shiftId: later, role: 1 })).body.code).toBe('board.full');
  });

  it('moves somebody into a role that she can serve in, and says why not of the others', async () => {
    const { people, able, shift, post, seatRole, leader, query } = await aBoardWith(1, 1);
    const from = (await shift(0, { places: 2 })).shiftId;
    const to = (await shift(1, { places: 3, roles })).shiftId;
    const closed = (await shift(2, { places: 1, roles: [medic] })).shiftId;
    for (const { caller } of people) await caller.post(`/shifts/${from}/sign-ups`);
    const options = async (volunteerId: string | undefined) =>
      (await leader.get(`/boards/options?${query}&volunteerId=${volunteerId}&from=${from}`)).body.items;
    const unable = people[1]?.volunteerId;
    expect(await options(able[0])).toMatchObject([
      { shiftId: to, role: { number: 1, name: '引导' }, fits: 'fits', freePlaces: 2 },
      { shiftId: to, role: { number: 2, name: '急救' }, fits: 'fits', freePlaces: 1 },
      { shiftId: closed, role: { number: 2 }, fits: 'fits' },
    ]);
    const [first, second] = await options(unable);
    expect(first).toMatchObject({ shiftId: to, role: { number: 1 }, fits: 'fits' });
    expect(second).toMatchObject({ shiftId: closed, fits: 'must', why: '没有“急救”技能' });
    expect(second.role).toBeUndefined();
    expect((await post('/boards/moves', { volunteerId: unable, from, to, role: 2 })).body.code).toBe(
      'board.cannotServe',
    );
    expect((await post('/boards/moves', { volunteerId: able[0], from, to, role: 2 })).status).toBe(201);
    expect(await seatRole(to, able[0])).toBe(2);
    await people[0]?.caller.post(`/shifts/${to}/offer/acceptance`);
    expect(await seatRole(to, able[0])).toBe(2);
    expect(await seatRole(from, able[0])).toBeUndefined();
  });

  it('goes into a spreadsheet with the role and its skill in each line', async () => {
    const { people, able, shift, leader, query } = await aBoardWith(1, 0);
    const startsAt = shiftBy(monday, day);
    const { shiftId } = await shift(1, { startsAt, places: 3, roles });
    await people[0]?.caller.post(`/shifts/${shiftId}/sign-ups`, { role: 2 });
    const { csv } = (await leader.get(`/boards/file?${query}`)).body;
    const lines: string[] = csv.trim().split('\r\n').slice(1);
    expect(able).toHaveLength(1);
    expect(lines.map((line) => line.split(',').slice(4).join(','))).toEqual([
      '引导,,,空缺',
      '引导,,,空缺',
      '急救,急救,陈小明,已报名',
    ]);
  });
});
