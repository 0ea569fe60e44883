import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aMember, aTeam, type TestTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let street: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  street = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const newName = (word: string) => ({ name: `${word}${randomInt(1e9)}`, nameHant: `${word}${randomInt(1e9)}` });
const param = (scope: string) => scope.replaceAll('/', '-');
const soon = () => new Date(Date.parse(district.clock.now) + 2 * 86_400_000).toISOString().slice(0, 10);
const place = async (scope: string) => (await street.get(`/places/${param(scope)}`)).body;

async function aCommunity(): Promise<string> {
  const made = await street.post('/places', { kind: 'community', parent: home.street, ...newName('社区') });
  return made.body.scope;
}

async function aGrid(parent: string): Promise<string> {
  return (await street.post('/places', { kind: 'grid', parent, ...newName('网格') })).body.scope;
}

/** Lets the day come, and the clock work until nothing is left. */
async function theDayComes() {
  await district.settle();
  district.later(3 * 86_400_000);
  street = await district.person({ role: 'coordinator', scope: home.street });
  for (let tick = 0; tick < 4; tick += 1) {
    await district.contexts.people.onTick(district.clock.now);
    await district.settle();
  }
}

const livingIn = async (scope: string) =>
  (await street.get(`/volunteers?place=${scope}&state=active&limit=100`)).body.items.map(
    ({ id }: { id: string }) => id,
  );

async function aNeighbour(scope: string, ...teams: TestTeam[]) {
  const person = await aVolunteer(district, { scope });
  for (const team of teams) {
    const { number } = (await person.caller.get('/volunteers/me')).body;
    const entered = await team.coordinator.post(`${team.path}/members`, { number, role: 'member' });
    if (entered.status >= 300) throw new Error(JSON.stringify(entered.body));
  }
  return person;
}

describe('a community that is split', () => {
  it('lets grids, teams and their people go, lists whom it cannot place, and old paths stay', async () => {
    const from = await aCommunity();
    const [grid, otherGrid] = [await aGrid(from), await aGrid(from)];
    const [going, staying] = [await aTeam(district, { place: from }), await aTeam(district, { place: from })];
    const [follower, keeper, both, none] = [
      await aNeighbour(from, going),
      await aNeighbour(from, staying),
      await aNeighbour(from, going, staying),
      await aNeighbour(from),
    ];
    const guest = await aNeighbour(home.community, going);
    const { number } = (await follower.caller.get('/volunteers/me')).body;
    expect(number).toBeTruthy();
    await going.coordinator.post(`${going.path}/members/${follower.volunteerId}/role`, { role: 'leader' });
    const local = await district.person({ role: 'coordinator', scope: from });
    const on = soon();
    const later = await aShift(district, {
      teamScope: going.team,
      startsAt: `${on}T06:00:00.000Z`,
      endsAt: `${on}T08:00:00.000Z`,
    });
    const sooner = await aShift(district, { teamScope: going.team });

    const preview = await street.get(
      `/rearrangements/preview?kind=split&from=${from}&teams=${param(going.team)}&grids=${param(grid)}`,
    );
    expect(preview.body).toEqual({ people: 1, staying: 1, toPlace: 2, teams: 1, grids: 1, rooms: 0 });

    const split = {
      ...{ kind: 'split', from, on, reason: '居民多了' },
      ...newName('新社区'),
      ...{ teams: [going.team], grids: [grid] },
    };
    const begun = await street.post('/rearrangements', split);
    expect([begun.status, begun.body.code]).toEqual([201, undefined]);
    const { into } = begun.body;
    await district.settle();
    await district.redeliver();
    const moved = (await place(grid)).successor;
    expect(moved.startsWith(`${into}/G`)).toBe(true);
    expect(await place(moved)).toMatchObject({ predecessor: grid, validFrom: on });
    expect((await place(otherGrid)).successor).toBeUndefined();
    expect((await street.get(`/rearrangements/${param(from)}`)).body).toMatchObject({ state: 'planned', places: 2 });
    expect((await livingIn(into)).length).toBe(0);

    await theDayComes();
    await district.redeliver();
    expect(await livingIn(into)).toEqual([follower.volunteerId]);
    expect((await livingIn(from)).sort()).toEqual([keeper, both, none].map(({ volunteerId }) => volunteerId).sort());
    expect(await livingIn(home.community)).toContain(guest.volunteerId);
    const report = await street.get(`/rearrangements/${param(from)}`);
    expect(report.body).toMatchObject({ kind: 'split', state: 'done', places: 2, people: 1, toPlace: 2 });

    const team = `${into}/T0001`;
    const members = (await street.get(`/teams/${param(team)}/members`)).body.items;
    expect(members.map(({ volunteerId }: { volunteerId: string }) => volunteerId).sort()).toEqual(
      [follower, both, guest].map(({ volunteerId }) => volunteerId).sort(),
    );
    const leading = await follower.caller.get(`/teams/${param(team)}/roster`);
    expect(leading.body).toMatchObject({ members: 3, leader: { volunteerId: follower.volunteerId } });
    expect((await street.get(`/shifts/${later.shiftId}`)).body.teamScope).toBe(team);
    expect((await street.get(`/shifts/${sooner.shiftId}`)).body.teamScope).toBe(going.team);

    // Whoever coordinates the old one alone sees nobody of the new one.
    expect((await local.get(`/volunteers?place=${into}&state=active`)).status).toBe(403);
    expect((await local.get(`/volunteers?place=${from}&state=active`)).body.items).toHaveLength(3);
    expect((await local.get(`/teams/${param(team)}/members`)).status).toBe(403);

    const listed = (await local.get(`/placements?community=${from}`)).body.items;
    expect(listed.map(({ volunteerId }: { volunteerId: string }) => volunteerId).sort()).toEqual(
      [both, none].map(({ volunteerId }) => volunteerId).sort(),
    );
    const goes = await local.post('/placements', { community: from, volunteers: [both.volunteerId], goes: true });
    const stays = await local.post('/placements', { community: from, volunteers: [none.volunteerId], goes: false });
    expect([goes.body, stays.body]).toEqual([{ placed: 1 }, { placed: 1 }]);
    expect((await local.get(`/placements?community=${from}`)).body.items).toEqual([]);
    expect(await livingIn(into)).toContain(both.volunteerId);
    expect(await livingIn(from)).toContain(none.volunteerId);
    const lines = await auditOf(district, both.volunteerId);
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['team.stoodElsewhere', 'volunteer.rehomed']),
    );

    // The counterpart: what was split is joined again.
    const joined = await street.post('/rearrangements', {
      ...{ kind: 'join', from: into, into: from, on: soon(), reason: '又合在一起' },
    });
    expect(joined.status).toBe(201);
    await theDayComes();
    expect((await livingIn(from)).length).toBe(4);
    expect(await livingIn(into)).toEqual([]);
    const { successor } = (await street.get(`/teams/${param(team)}`)).body;
    expect(successor.startsWith(`${from}/T`)).toBe(true);
    expect((await follower.caller.get(`/teams/${param(successor)}/roster`)).body.members).toBe(3);
    expect((await street.get(`/shifts/${sooner.shiftId}`)).body.teamScope).toBe(going.team);
  });

  it('is split once at a time, though two ask at the same moment', async () => {
    const from = await aCommunity();
    const split = () => ({
      ...{ kind: 'split', from, on: soon(), reason: '居民多了', teams: [], grids: [] },
      ...newName('新社区'),
    });
    const answers = await Promise.all([1, 2].map(() => street.post('/rearrangements', split())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('tree.underWay');
    await district.settle();
    expect((await street.post('/rearrangements', split())).body.code).toBe('tree.underWay');
  });

  it('answers a repeat as it did the first time', async () => {
    const from = await aCommunity();
    const split = {
      ...{ kind: 'split', from, on: soon(), reason: '居民多了', teams: [], grids: [] },
      ...newName('新社区'),
    };
    const key = 'split-of-a-community-1';
    const [first, second] = [
      await street.post('/rearrangements', split, { key }),
      await street.post('/rearrangements', split, { key }),
    ];
    expect(second.body).toEqual(first.body);
  });

  it.each([
    ['a team of another community', () => ({ teams: [home.team] }), 'tree.notBelow'],
    ['a grid that does not exist', () => ({ grids: ['440103/001/001/G999'] }), 'tree.notBelow'],
    ['yesterday', () => ({ on: '2026-11-01' }), 'platform.invalidInput'],
    ['without a name', () => ({ name: '' }), 'platform.invalidInput'],
    ['under a name that is there', () => ({ name: '沙面社区' }), 'place.nameKnown'],
    ['another street’s', () => ({ from: elsewhere.community }), 'platform.notAllowed'],
  ])('not with %s', async (_what, overrides, code) => {
    const from = await aCommunity();
    const split = {
      ...{ kind: 'split', from, on: soon(), reason: '居民多了', teams: [], grids: [] },
      ...newName('新社区'),
      ...overrides(),
    };
    expect((await street.post('/rearrangements', split)).body.code).toBe(code);
  });
});

describe('a community that moves to another street', () => {
  it('takes everybody and everything along, and its coordinator too', async () => {
    const from = await aCommunity();
    const team = await aTeam(district, { place: from });
    await aGrid(from);
    const resident = await aNeighbour(from, team);
    const local = await district.person({ role: 'coordinator', scope: from });
    const top = await district.person({ role: 'coordinator', scope: '440103' });
    const move = { kind: 'move', from, into: elsewhere.street, on: soon(), reason: '街道调整' };
    expect((await street.post('/rearrangements', move)).status).toBe(403);
    expect((await top.post('/rearrangements', { ...move, into: home.street })).body.code).toBe('tree.targetUnfit');
    const preview = await top.get(`/rearrangements/preview?kind=move&from=${from}`);
    expect(preview.body).toMatchObject({ people: 1, teams: 1, grids: 1 });
    const { body } = await top.post('/rearrangements', move);
    const { into } = body;
    expect(into.startsWith(`${elsewhere.street}/`)).toBe(true);
    expect(await place(from)).toMatchObject({ successor: into, validTo: move.on });
    const late = { kind: 'grid', parent: from, ...newName('网格') };
    expect((await street.post('/places', late)).body.code).toBe('place.closed');
    expect((await street.post(`/places/${param(from)}/closing`, { on: move.on, reason: '再关' })).body.code).toBe(
      'place.closed',
    );

    await theDayComes();
    const district2 = await district.person({ role: 'coordinator', scope: '440103' });
    expect((await district2.get(`/volunteers?place=${into}&state=active`)).body.items).toMatchObject([
      { id: resident.volunteerId },
    ]);
    expect((await local.get(`/volunteers?place=${into}&state=active`)).body.items).toHaveLength(1);
    expect((await district2.get(`/teams?place=${into}`)).body.items).toMatchObject([{ predecessor: team.team }]);
    expect((await district2.get(`/rearrangements/${param(from)}`)).body).toMatchObject({
      ...{ state: 'done', people: 1, places: 2 },
    });
    // What lies on the old path can be brought to an end for a while, and no longer.
    const { items } = (await district2.get(`/grants?place=${from}`)).body;
    expect(items.map(({ scope, until }: { scope: string; until?: string }) => [scope, until !== undefined])).toEqual([
      [from, true],
      [from, true],
    ]);
  });
});

describe('a team that moves to another community', () => {
  it('keeps its leader and members, who live where they lived', async () => {
    const [from, into] = [await aCommunity(), await aCommunity()];
    const team = await aTeam(district, { place: from });
    const member = await aNeighbour(from, team);
    const asking = await aMember(district, team, 'waiting');
    await team.coordinator.post(`${team.path}/members/${member.volunteerId}/role`, { role: 'leader' });
    const move = { kind: 'moveTeam', from: team.team, into, on: soon(), reason: '换地方' };
    expect((await street.post('/rearrangements', { ...move, into: from })).body.code).toBe('tree.targetUnfit');
    expect((await street.post('/rearrangements', { ...move, into: elsewhere.community })).status).toBe(403);
    expect((await street.post('/rearrangements', move)).status).toBe(201);
    await theDayComes();
    const { successor } = (await street.get(team.path)).body;
    const path = `/teams/${param(successor)}`;
    expect((await member.caller.get(`${path}/roster`)).body).toMatchObject({ members: 1 });
    expect((await street.get(`${path}/members?state=waiting`)).body.items).toMatchObject([
      { volunteerId: asking.volunteerId },
    ]);
    expect(await livingIn(from)).toContain(member.volunteerId);
    expect((await street.get(`/rearrangements/${param(team.team)}`)).body).toMatchObject({ state: 'done', people: 2 });

    const back = { kind: 'moveTeam', from: successor, into: from, on: soon(), reason: '搬回去' };
    expect((await street.post('/rearrangements', back)).status).toBe(201);
    await theDayComes();
    const third = (await street.get(path)).body.successor;
    expect((await member.caller.get(`/teams/${param(third)}/roster`)).body.members).toBe(1);
  });
});
