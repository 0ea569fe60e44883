import { aMember, aTeam, type TestTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

const nobody = 'vol_00000000000000000000';
const noTeam = '440103-001-001-T9999';

export const teamSamples: Samples = {
  listOwnTeams: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/volunteers/me/teams' }),
  listRosters: async (district) => ({
    ...(await forLeaders(district)),
    path: `/rosters?place=${home.community}`,
  }),
  readRoster: (district) => ofATeam(district, '/roster'),
  listMembers: async (district) => ({
    ...(await ofATeam(district, '/members')),
    unknownPath: '/teams/440103-002-001-T9999/members',
    unknownIs: 403,
  }),
  readTeamCode: (district) => ofATeam(district, '/code'),
  replaceTeamCode: (district) => ofATeam(district, '/code'),
  readInvitation: async (district) => {
    const team = await aTeam(district);
    const code = await team.code();
    return {
      caller: await district.person(),
      path: `${team.path}/invitation?code=${code}`,
      unknownPath: `/teams/${noTeam}/invitation?code=${code}`,
    };
  },
  askToJoinTeam: async (district) => {
    const team = await aTeam(district);
    return {
      caller: (await aVolunteer(district)).caller,
      path: `${team.path}/requests`,
      unknownPath: `/teams/${noTeam}/requests`,
      body: { code: await team.code() },
    };
  },
  leaveTeam: async (district) => {
    const team = await aTeam(district);
    const { caller } = await aMember(district, team);
    return { caller, path: `${team.path}/leaving`, unknownPath: `/teams/${noTeam}/leaving`, unknownIs: 409 };
  },
  enterMember: async (district) => {
    const volunteer = await aVolunteer(district);
    const { body } = await volunteer.caller.get('/volunteers/me');
    return { ...(await ofATeam(district, '/members')), body: { number: body.number, role: 'leader' } };
  },
  decideOnJoinRequest: (district) => ofAMember(district, 'decision', { decision: 'accept' }, 'waiting'),
  removeMember: (district) => ofAMember(district, 'removal'),
  assignPosition: (district) => ofAMember(district, 'position', { position: 'policeOfficer' }),
  appointMember: (district) => ofAMember(district, 'role', { role: 'deputy' }),
};

async function forLeaders(district: TestDistrict) {
  return {
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
  };
}

async function ofATeam(district: TestDistrict, part: string): Promise<Sample> {
  const { path } = await aTeam(district);
  return { ...(await forLeaders(district)), path: path + part, unknownPath: `/teams/${noTeam}${part}` };
}

async function ofAMember(
  district: TestDistrict,
  part: string,
  body?: unknown,
  state?: Parameters<typeof aMember>[2],
): Promise<Sample> {
  const team: TestTeam = await aTeam(district, { kind: 'trio' });
  const { volunteerId } = await aMember(district, team, state);
  return {
    ...(await forLeaders(district)),
    path: `${team.path}/members/${volunteerId}/${part}`,
    unknownPath: `/teams/${noTeam}/members/${nobody}/${part}`,
    ...(body !== undefined && { body }),
  };
}
