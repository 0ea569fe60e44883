import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const team = `/teams/${home.team.replaceAll('/', '-')}`;
const members = async () =>
  (await coordinator.get(`${team}/members?state=member&limit=100`)).body.items as {
    volunteerId: string;
    standing: string;
  }[];

/** Somebody whom a coordinator entered into the team. */
async function aMember(role: 'member' | 'leader' = 'member', scope: string = home.community) {
  const volunteer = await aVolunteer(district, { scope });
  const { number } = (await volunteer.caller.get('/volunteers/me')).body;
  const entered = await coordinator.post(`${team}/members`, { number, role });
  expect([entered.status, entered.body.code]).toEqual([entered.status < 300 ? entered.status : 201, undefined]);
  return volunteer;
}

describe('a member of a team', () => {
  it('leaves it when she withdraws, and with it the rights of a leader', async () => {
    const { caller, volunteerId } = await aMember('leader');
    await caller.post('/volunteers/me/moves', { move: 'withdraw' });
    await district.settle();
    await district.redeliver();
    expect((await members()).map((each) => each.volunteerId)).not.toContain(volunteerId);
    const { body: roster } = await coordinator.get(`${team}/roster`);
    expect(roster.leader).toBeUndefined();
    const { roles } = (await caller.get('/session')).body.account;
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(['volunteer']);
  });

  it('stays while she is suspended, and the list says so', async () => {
    const { volunteerId } = await aMember();
    const reason = '多次无故缺席';
    await coordinator.post(`/volunteers/${volunteerId}/suspension`, { move: 'suspend', reason });
    await district.settle();
    expect((await members()).find((each) => each.volunteerId === volunteerId)?.standing).toBe('suspended');
  });

  it('is found by the team, and by a name within it', async () => {
    const { volunteerId } = await aMember();
    const find = async (query: string) =>
      (await coordinator.get(`/volunteers/found?place=${home.street}&team=${home.team}${query}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await find('')).toContain(volunteerId);
    expect(await find(`&text=${encodeURIComponent('陳小')}`)).toContain(volunteerId);
    expect(await find('&text=zzz')).toEqual([]);
    const elsewhere = await coordinator.get(`/volunteers/found?place=${home.street}&team=440103/002/001/T0002`);
    expect(elsewhere.body.items).toEqual([]);
  });
});

describe('people of a community that goes over into another one', () => {
  it('live there from that day on, are found there, and old records keep their path', async () => {
    const add = async (name: string) =>
      (await coordinator.post('/places', { kind: 'community', parent: home.street, name, nameHant: name })).body
        .scope as string;
    const [from, into] = [await add('六二三社区'), await add('翠洲社区')];
    const people = [];
    for (let count = 0; count < 3; count += 1) people.push(await aVolunteer(district, { scope: from }));
    const path = `/places/${from.replaceAll('/', '-')}`;
    const closed = await coordinator.post(`${path}/closing`, { on: '2026-11-26', reason: '社区合并', into });
    expect(closed.status).toBe(200);
    await district.settle();
    const livingIn = async (place: string) =>
      (await coordinator.get(`/volunteers?place=${place}&state=active`)).body.items.map(({ id }: { id: string }) => id);
    const ids = people.map(({ volunteerId }) => volunteerId).sort();

    await district.contexts.people.onTick(district.clock.now);
    expect((await livingIn(from)).sort()).toEqual(ids);

    district.later(3 * 86_400_000);
    await district.contexts.people.onTick(district.clock.now);
    await district.contexts.people.onTick(district.clock.now);
    expect((await livingIn(into)).sort()).toEqual(ids);
    expect(await livingIn(from)).toEqual([]);
    expect((await coordinator.get(`${path}/rehoming`)).body).toMatchObject({
      moved: 3,
      finishedAt: district.clock.now,
    });
    const { roles } = (await people[0]?.caller.get('/session'))?.body.account ?? {};
    expect(roles).toMatchObject([{ role: 'volunteer', scope: into }]);
  });
});
