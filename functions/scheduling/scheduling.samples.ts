import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { anActivity, aShift } from '../test/a-shift.ts';
import { aMember, aTeam } from '../test/a-team.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../test/district.ts';
import type { Sample, Samples } from '../test/sample.ts';

const nowhere = '00000000000000000000';

const outsiderOf = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });

/** A request of a leader about a shift of her team. */
async function ofLeader(
  district: TestDistrict,
  rest: string,
  options: { state?: 'draft'; body?: unknown } = {},
): Promise<Sample> {
  const { shiftId, leader } = await aShift(district, options.state ? { state: options.state } : {});
  return {
    caller: leader,
    path: `/shifts/${shiftId}${rest}`,
    ...(options.body !== undefined && { body: options.body }),
    outsider: await outsiderOf(district),
    unknownPath: `/shifts/sft_${nowhere}${rest}`,
  };
}

/** A request of a volunteer about a shift, after `prepare` brought her where she must be. */
async function ofVolunteer(
  district: TestDistrict,
  rest: string,
  standing: 'none' | 'signedUp' | 'full' | 'waiting' | 'offered' = 'none',
): Promise<Sample> {
  const { shiftId } = await aShift(district, { places: 1 });
  const { caller } = await aVolunteer(district);
  const signUps = `/shifts/${shiftId}/sign-ups`;
  if (standing === 'signedUp') await caller.post(signUps);
  if (standing === 'full' || standing === 'waiting' || standing === 'offered') {
    const other = await aVolunteer(district);
    await other.caller.post(signUps);
    if (standing !== 'full') await caller.post(`/shifts/${shiftId}/waitlist`);
    if (standing === 'offered') await other.caller.delete(`${signUps}/me`);
  }
  return { caller, path: `/shifts/${shiftId}${rest}`, unknownPath: `/shifts/sft_${nowhere}${rest}` };
}

/** A question of a coordinator about her street. */
async function ofBranch(district: TestDistrict, path: string): Promise<Sample> {
  return {
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    path: `${path}?place=${home.street}`,
    outsider: await outsiderOf(district),
  };
}

const homeWeek = { place: home.street, week: '2026-W49' };
const ofHome = (path: string) => `${path}?place=${homeWeek.place}&week=${homeWeek.week}`;

/** A request of a coordinator about the roster of next week in her street, in which a team of one has a shift. */
async function ofRoster(
  district: TestDistrict,
  state: 'none' | 'working' | 'ready',
  path: string,
  body?: unknown,
): Promise<Sample> {
  const team = await aTeam(district);
  await aMember(district, team);
  await aShift(district, { teamScope: team.team, startsAt: '2026-12-01T02:00:00.000Z' });
  const caller = await district.person({ role: 'coordinator', scope: home.street });
  const isUnderWay = (await caller.get(ofHome('/week-rosters'))).body.state === 'working';
  if (isUnderWay) await caller.post('/week-rosters/stop', homeWeek);
  if (state !== 'none') await caller.post('/week-rosters', homeWeek);
  if (state === 'ready') await district.settle();
  return { caller, path, ...(body !== undefined && { body }), outsider: await outsiderOf(district) };
}

/** The same when it is ready, with a shift for which it proposes somebody. */
async function ofRosterShift(district: TestDistrict) {
  const sample = await ofRoster(district, 'ready', '');
  const { body } = await sample.caller.get(`${ofHome('/week-rosters/shifts')}&limit=100`);
  const row = body.items.find(({ proposals }: { proposals: unknown[] }) => proposals.length > 0);
  return { caller: sample.caller, outsider: await outsiderOf(district), row };
}

const boardOf = (team: string) => `/boards?team=${team}&week=2026-W49`;

/** A request of a leader about the board of next week, on which a member of her team has a place in one of two shifts. */
async function ofBoard(
  district: TestDistrict,
  ask: (board: { team: string; from: string; to: string; volunteerId: string }) => Pick<Sample, 'path' | 'body'>,
): Promise<Sample> {
  const team = await aTeam(district);
  const { caller, volunteerId } = await aMember(district, team);
  const leader = await district.person({ role: 'teamLeader', scope: team.team });
  const shift = (startsAt: string) => aShift(district, { teamScope: team.team, leader, startsAt });
  const { shiftId: from } = await shift('2026-12-01T02:00:00.000Z');
  const { shiftId: to } = await shift('2026-12-02T02:00:00.000Z');
  await caller.post(`/shifts/${from}/sign-ups`);
  return { caller: leader, outsider: await outsiderOf(district), ...ask({ team: team.team, from, to, volunteerId }) };
}

export const schedulingSamples: Samples = {
  createActivity: async (district) => ({
    caller: await district.person({ role: 'teamLeader', scope: home.team }),
    path: '/activities',
    body: anActivity(),
    outsider: await outsiderOf(district),
  }),
  listActivities: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    path: `/activities?team=${home.team}`,
    outsider: await outsiderOf(district),
  }),
  createShift: async (district) => {
    const { activityId, leader } = await aShift(district);
    const startsAt = shiftBy(district.clock.now, day);
    return {
      caller: leader,
      path: `/activities/${activityId}/shifts`,
      body: { startsAt, endsAt: shiftBy(startsAt, hour), places: 5 },
      outsider: await outsiderOf(district),
      unknownPath: `/activities/act_${nowhere}/shifts`,
    };
  },
  publishShift: (district) => ofLeader(district, '/publication', { state: 'draft' }),
  setPlaces: (district) => ofLeader(district, '/places', { body: { places: 5 } }),
  relocateShift: async (district) => {
    const { shiftId, leader } = await aShift(district);
    const { place: seen } = anActivity();
    return {
      caller: leader,
      path: `/team-shifts/${shiftId}/place`,
      body: { seen, place: { ...seen, name: '荔湾湖公园北门' } },
      unknownPath: `/team-shifts/sft_${nowhere}/place`,
      outsider: await outsiderOf(district),
    };
  },
  changeShift: async (district) => {
    const { shiftId, leader } = await aShift(district, { state: 'draft' });
    return {
      caller: leader,
      path: `/team-shifts/${shiftId}`,
      body: { seen: {}, wanted: { mode: 'assigned' } },
      outsider: await outsiderOf(district),
      unknownPath: `/team-shifts/sft_${nowhere}`,
    };
  },
  callOffShift: (district) => ofLeader(district, '/cancellation', { body: { reason: '台风预警' } }),
  listShifts: async (district) => ({
    caller: (await aShift(district)).leader,
    path: `/shifts?team=${home.team}`,
    outsider: await outsiderOf(district),
  }),
  readStaffing: (district) => ofBranch(district, '/shifts/staffing'),
  listUnderstaffedShifts: (district) => ofBranch(district, '/shifts/understaffed'),
  readWeekRoster: (district) => ofRoster(district, 'none', ofHome('/week-rosters')),
  listWeekRoster: (district) => ofRoster(district, 'ready', ofHome('/week-rosters/shifts')),
  startWeekRoster: (district) => ofRoster(district, 'none', '/week-rosters', homeWeek),
  stopWeekRoster: (district) => ofRoster(district, 'working', '/week-rosters/stop', homeWeek),
  chooseInWeekRoster: async (district) => {
    const { caller, outsider, row } = await ofRosterShift(district);
    const [{ volunteerId }] = row.proposals;
    const body = { ...homeWeek, shiftId: row.shiftId, volunteerId, choice: 'lock' };
    return { caller, outsider, path: '/week-rosters/choices', body };
  },
  listWeekRosterPeople: async (district) => {
    const { caller, outsider, row } = await ofRosterShift(district);
    return { caller, outsider, path: `${ofHome('/week-rosters/people')}&shiftId=${row.shiftId}` };
  },
  addToWeekRoster: async (district) => {
    const team = await aTeam(district);
    const { volunteerId } = await aMember(district, team);
    const caller = await district.person({ role: 'teamLeader', scope: team.team });
    const startsAt = '2026-12-01T02:00:00.000Z';
    const { shiftId } = await aShift(district, { teamScope: team.team, leader: caller, startsAt });
    const place = { place: team.team, week: homeWeek.week };
    await caller.post('/week-rosters', place);
    await district.settle();
    const body = { ...place, shiftId, volunteerId };
    await caller.put('/week-rosters/choices', { ...body, choice: 'remove' });
    return { caller, outsider: await outsiderOf(district), path: '/week-rosters/additions', body };
  },
  readBoard: (district) => ofBoard(district, ({ team }) => ({ path: boardOf(team) })),
  readBoardFile: (district) =>
    ofBoard(district, ({ team }) => ({ path: boardOf(team).replace('/boards', '/boards/file') })),
  listBoardOptions: (district) =>
    ofBoard(district, ({ team, from, volunteerId }) => ({
      path: `${boardOf(team).replace('?', '/options?')}&volunteerId=${volunteerId}&from=${from}`,
    })),
  askToMove: (district) =>
    ofBoard(district, ({ from, to, volunteerId }) => ({ path: '/boards/moves', body: { volunteerId, from, to } })),
  inviteToShift: (district) => ofBoard(district, ({ to }) => ({ path: '/boards/invitations', body: { shiftId: to } })),
  messageShift: (district) =>
    ofBoard(district, ({ from }) => ({ path: '/boards/messages', body: { shiftId: from, text: '请带雨衣' } })),
  readServingPreferences: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/serving-preferences',
  }),
  changeServingPreferences: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/serving-preferences',
    body: { version: 0, kinds: ['patrol'], times: ['tue-evening'], mostHours: 6 },
  }),
  publishWeekRoster: (district) => ofRoster(district, 'ready', '/week-rosters/publication', homeWeek),
  listSignUps: (district) => ofLeader(district, '/sign-ups'),
  listOpenShifts: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: `/shifts/open?street=${home.street}`,
  }),
  listSuitableShifts: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: `/suitable-shifts?place=${home.street}`,
  }),
  readShift: (district) => ofVolunteer(district, ''),
  readAgenda: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/agenda' }),
  listOwnSignUps: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/sign-ups' }),
  signUpForShift: (district) => ofVolunteer(district, '/sign-ups'),
  cancelSignUp: (district) => ofVolunteer(district, '/sign-ups/me', 'signedUp'),
  cancelSignUpLate: async (district) => ({
    ...(await ofVolunteer(district, '/sign-ups/me/late-cancellation', 'signedUp')),
    body: { reason: '家里老人要照顾' },
  }),
  joinWaitlist: (district) => ofVolunteer(district, '/waitlist', 'full'),
  leaveWaitlist: (district) => ofVolunteer(district, '/waitlist/me', 'waiting'),
  acceptOffer: (district) => ofVolunteer(district, '/offer/acceptance', 'offered'),
  declineOffer: (district) => ofVolunteer(district, '/offer/refusal', 'offered'),
};
