import { randomInt } from 'node:crypto';
import { aVolunteer } from './a-volunteer.ts';
import { home, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** A team that nobody belongs to, made by a coordinator of the home street, and the path of its routes. */
export async function aTeam(district: TestDistrict, overrides: Readonly<Record<string, unknown>> = {}) {
  const coordinator = await district.person({ role: 'coordinator', scope: home.street });
  const name = `测试队${randomInt(1e9)}`;
  const made = await coordinator.post('/teams', {
    ...{ place: home.community, kind: 'patrol', name, nameHant: name },
    ...overrides,
  });
  if (made.status !== 201) throw new Error(`no team: ${JSON.stringify(made.body)}`);
  const team: string = made.body.scope;
  const path = `/teams/${team.replaceAll('/', '-')}`;
  return {
    team,
    name,
    path,
    coordinator,
    /** The code that works now. */
    code: async (): Promise<string> => (await coordinator.get(`${path}/code`)).body.code,
    /** What the coordinator sees of the team. */
    roster: async () => (await coordinator.get(`${path}/roster`)).body,
  };
}

export type TestTeam = Awaited<ReturnType<typeof aTeam>>;

/** A volunteer who asked to join with the team's code, and `member` unless said otherwise was let in. */
export async function aMember(
  district: TestDistrict,
  team: Pick<TestTeam, 'path' | 'coordinator' | 'code'>,
  state: 'member' | 'waiting' = 'member',
) {
  const person = await aVolunteer(district);
  await mustSucceed(person.caller.post(`${team.path}/requests`, { code: await team.code() }));
  if (state === 'member') {
    const decision = { decision: 'accept' };
    await mustSucceed(team.coordinator.post(`${team.path}/members/${person.volunteerId}/decision`, decision));
  }
  return person;
}

async function mustSucceed(pending: ReturnType<TestClient['post']>): Promise<void> {
  const { status, body } = await pending;
  if (status >= 300) throw new Error(JSON.stringify(body));
}
