import { day } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { unruly } from '../../test/unruly-client.ts';

let district: TestDistrict;

beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const grants = async (caller: Awaited<ReturnType<typeof aVolunteer>>['caller']) =>
  (await caller.get('/session')).body.account.roles as { role: string; scope: string }[];

describe('a volunteer', () => {
  it('asks to join with the code of the poster, and belongs once the leader agrees', async () => {
    const team = await aTeam(district);
    const { caller, volunteerId } = await aVolunteer(district);
    const code = await team.code();
    const invitation = await caller.get(`${team.path}/invitation?code=${code}`);
    expect(invitation.body).toMatchObject({ team: { name: team.name }, members: 0 });
    expect((await caller.post(`${team.path}/requests`, { code })).body).toEqual({ state: 'waiting' });
    expect((await caller.get('/volunteers/me/teams')).body.items).toMatchObject([
      { state: 'waiting', role: 'member', team: { scope: team.team } },
    ]);

    const waiting = await team.coordinator.get(`${team.path}/members?state=waiting`);
    expect(waiting.body.items).toMatchObject([{ volunteerId, name: '陈小明', state: 'waiting' }]);
    const decision = `${team.path}/members/${volunteerId}/decision`;
    expect((await team.coordinator.post(decision, { decision: 'accept' })).body).toEqual({ state: 'member' });
    expect(await team.roster()).toMatchObject({ members: 1, deputies: [], composition: [] });
    expect((await team.coordinator.post(decision, { decision: 'accept' })).body.code).toBe('team.requestGone');
    expect((await caller.post(`${team.path}/requests`, { code })).body.code).toBe('team.alreadyMember');
  });

  it('may be in several teams, leave each, and come back', async () => {
    const [one, other] = [await aTeam(district), await aTeam(district)];
    const { caller } = await aMember(district, one);
    expect((await caller.post(`${other.path}/requests`, { code: await other.code() })).status).toBe(201);
    expect((await caller.get('/volunteers/me/teams')).body.items).toHaveLength(2);
    expect((await caller.post(`${one.path}/leaving`)).body).toEqual({});
    expect((await one.roster()).members).toBe(0);
    expect((await caller.post(`${one.path}/leaving`)).body.code).toBe('team.notMember');
    expect((await caller.post(`${other.path}/leaving`)).status).toBe(200);
    expect((await caller.get('/volunteers/me/teams')).body.items).toEqual([]);
    expect((await caller.post(`${one.path}/requests`, { code: await one.code() })).status).toBe(201);
  });

  it('is told why a code does not work: made up, of another team, replaced, or of a closed team', async () => {
    const [team, other] = [await aTeam(district), await aTeam(district)];
    const { caller } = await aVolunteer(district);
    const ask = async (code: string) => (await caller.post(`${team.path}/requests`, { code })).body.code;
    expect(await ask('made-up')).toBe('team.codeInvalid');
    expect(await ask(await other.code())).toBe('team.codeInvalid');
    const old = await team.code();
    await team.coordinator.post(`${team.path}/code`);
    expect(await ask(old)).toBe('team.codeInvalid');
    const closing = { on: '2026-11-24', reason: '队伍解散' };
    await team.coordinator.post(`${team.path.replace('teams', 'places')}/closing`, closing);
    expect(await ask(await team.code())).toBe('place.closed');
  });

  it('cannot ask twice, nor before the registration is approved', async () => {
    const team = await aTeam(district);
    const { caller } = await aMember(district, team, 'waiting');
    expect((await caller.post(`${team.path}/requests`, { code: await team.code() })).body.code).toBe(
      'team.alreadyAsked',
    );
    const applicant = await aVolunteer(district, { state: 'applied' });
    const early = await applicant.caller.post(`${team.path}/requests`, { code: await team.code() });
    expect(early.body.code).toBe('team.notActive');
  });

  it('who asks ten times at once has asked once', async () => {
    const team = await aTeam(district);
    const { caller } = await aVolunteer(district);
    const code = await team.code();
    const answers = await Promise.all(Array.from({ length: 10 }, () => caller.post(`${team.path}/requests`, { code })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('a coordinator', () => {
  it('enters the first leader by number, who then leads, and is relieved by the next', async () => {
    const team = await aTeam(district);
    const [first, second] = [await aVolunteer(district), await aMember(district, team)];
    const { number } = (await first.caller.get('/volunteers/me')).body;
    const entered = await team.coordinator.post(`${team.path}/members`, {
      number: ` ${number.toLowerCase()} `,
      role: 'leader',
    });
    expect(entered.status).toBe(201);
    expect((await team.roster()).leader).toMatchObject({ volunteerId: first.volunteerId, number });
    expect(await grants(first.caller)).toContainEqual({ role: 'teamLeader', scope: team.team });
    expect(
      (await first.caller.get(`${team.path}/members`)).body.items.map(({ role }: { role: string }) => role),
    ).toEqual(['leader', 'member']);

    const appoint = (id: string, role: string) => team.coordinator.post(`${team.path}/members/${id}/role`, { role });
    expect((await appoint(second.volunteerId, 'leader')).status).toBe(200);
    expect((await team.roster()).leader.volunteerId).toBe(second.volunteerId);
    expect(await grants(first.caller)).not.toContainEqual({ role: 'teamLeader', scope: team.team });
    expect(await grants(second.caller)).toContainEqual({ role: 'teamLeader', scope: team.team });
    expect((await first.caller.get(`${team.path}/members`)).status).toBe(403);

    await appoint(first.volunteerId, 'deputy');
    expect((await team.roster()).deputies).toMatchObject([{ volunteerId: first.volunteerId }]);
    expect((await first.caller.post(`${team.path}/leaving`)).body.code).toBe('team.leaderStays');
    await appoint(first.volunteerId, 'member');
    expect((await first.caller.post(`${team.path}/leaving`)).status).toBe(200);
    expect(await team.roster()).toMatchObject({ members: 1, deputies: [] });
  });

  it('enters nobody by a number that does not exist, of another branch, or of somebody who belongs already', async () => {
    const team = await aTeam(district);
    const enter = async (number: string) =>
      (await team.coordinator.post(`${team.path}/members`, { number, role: 'member' })).body.code;
    expect(await enter('LW99999999')).toBe('team.numberUnknown');
    expect(await enter('12345')).toBe('platform.invalidInput');
    const far = await aVolunteer(district, { scope: elsewhere.community });
    expect(await enter((await far.caller.get('/volunteers/me')).body.number)).toBe('platform.notAllowed');
    const member = await aMember(district, team);
    expect(await enter((await member.caller.get('/volunteers/me')).body.number)).toBe('team.entryKnown');
  });

  it('sees the teams of a place with leader, members and what is missing', async () => {
    const team = await aTeam(district, { kind: 'trio' });
    const { body } = await team.coordinator.get(`/rosters?place=${home.community}&limit=100`);
    const found = body.items.find((each: { team: { scope: string } }) => each.team.scope === team.team);
    expect(found).toMatchObject({
      members: 0,
      missing: ['communityOfficer', 'medicalWorker', 'policeOfficer'],
    });
  });
});

describe('a group of three', () => {
  it('acts only once each position is held, each by one person', async () => {
    const team = await aTeam(district, { kind: 'trio' });
    const people = [
      await aMember(district, team),
      await aMember(district, team),
      await aMember(district, team),
    ] as const;
    const assign = async (index: 0 | 1 | 2, position?: string) =>
      (await team.coordinator.post(`${team.path}/members/${people[index].volunteerId}/position`, { position })).body
        .code;
    const plan = async () =>
      (
        await team.coordinator.post('/activities', {
          title: '三人小组上门',
          kind: 'trio',
          teamScope: team.team,
          place: { name: '沙面社区', longitude: 113.24, latitude: 23.1 },
        })
      ).body;

    await assign(0, 'communityOfficer');
    await assign(1, 'medicalWorker');
    expect(await assign(2, 'medicalWorker')).toBe('team.positionTaken');
    const early = await plan();
    expect(early).toMatchObject({ code: 'team.incomplete' });
    expect(early.detail).toContain('还缺：民警');
    await assign(2, 'policeOfficer');
    expect((await team.roster()).composition.every(({ holder }: { holder?: object }) => holder)).toBe(true);
    expect((await plan()).id).toMatch(/^act_/);

    await team.coordinator.post(`${team.path}/members/${people[2].volunteerId}/removal`);
    expect(await plan()).toMatchObject({ code: 'team.incomplete' });
  });

  it('is the only kind with positions', async () => {
    const team = await aTeam(district);
    const { volunteerId } = await aMember(district, team);
    const answer = await team.coordinator.post(`${team.path}/members/${volunteerId}/position`, {
      position: 'policeOfficer',
    });
    expect(answer.body.code).toBe('team.noPositions');
  });
});

it('a leader decides on their own team only', async () => {
  const [own, other] = [await aTeam(district), await aTeam(district)];
  const leader = await district.person({ role: 'teamLeader', scope: own.team });
  const [mine, theirs] = [await aMember(district, own, 'waiting'), await aMember(district, other, 'waiting')];
  const decline = { decision: 'decline' };
  expect((await leader.post(`${own.path}/members/${mine.volunteerId}/decision`, decline)).body).toEqual({});
  expect((await mine.caller.get('/volunteers/me/teams')).body.items).toEqual([]);
  expect((await leader.post(`${other.path}/members/${theirs.volunteerId}/decision`, decline)).status).toBe(403);
  expect((await leader.post(`${own.path}/members/${mine.volunteerId}/role`, { role: 'leader' })).status).toBe(403);
});

it('a team that is closed takes no new activity', async () => {
  const team = await aTeam(district);
  await team.coordinator.post(`${team.path.replace('teams', 'places')}/closing`, { on: '2026-11-30', reason: '到期' });
  const activity = {
    ...{ title: '巡逻', kind: 'patrol', teamScope: team.team },
    place: { name: '沙面社区', longitude: 113.24, latitude: 23.1 },
  };
  expect((await team.coordinator.post('/activities', activity)).status).toBe(201);
  district.later(7 * day);
  expect((await team.coordinator.post('/activities', activity)).body.code).toBe('place.closed');
});

it('the count of members is right after many were let in and left at once, with transactions in conflict', async () => {
  const rough = await startDistrict({ wrap: unruly({ seed: 11, delayed: 0.3 }) });
  try {
    const team = await aTeam(rough);
    const people = [];
    for (let n = 0; n < 6; n += 1) people.push(await aMember(rough, team, 'waiting'));
    await Promise.all(
      people.map(({ volunteerId }) =>
        team.coordinator.post(`${team.path}/members/${volunteerId}/decision`, { decision: 'accept' }),
      ),
    );
    await Promise.all(people.slice(0, 3).map(({ caller }) => caller.post(`${team.path}/leaving`)));
    const members = (await team.coordinator.get(`${team.path}/members`)).body.items;
    expect([(await team.roster()).members, members.length]).toEqual([3, 3]);
  } finally {
    await rough.stop();
  }
});
