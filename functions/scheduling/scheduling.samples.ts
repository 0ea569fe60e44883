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
    const sample = await ofRoster(district, 'ready', '/week-rosters/choices');
    const { body } = await sample.caller.get(ofHome('/week-rosters/shifts'));
    const shift = body.items.find(({ proposals }: { proposals: unknown[] }) => proposals.length > 0);
    const [{ volunteerId }] = shift.proposals;
    return { ...sample, body: { ...homeWeek, shiftId: shift.shiftId, volunteerId, choice: 'lock' } };
  },
  publishWeekRoster: (district) => ofRoster(district, 'ready', '/week-rosters/publication', homeWeek),
  listSignUps: (district) => ofLeader(district, '/sign-ups'),
  listOpenShifts: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: `/shifts/open?street=${home.street}`,
  }),
  readShift: (district) => ofVolunteer(district, ''),
  readAgenda: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/agenda' }),
  listOwnSignUps: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/sign-ups' }),
  signUpForShift: (district) => ofVolunteer(district, '/sign-ups'),
  cancelSignUp: (district) => ofVolunteer(district, '/sign-ups/me', 'signedUp'),
  joinWaitlist: (district) => ofVolunteer(district, '/waitlist', 'full'),
  leaveWaitlist: (district) => ofVolunteer(district, '/waitlist/me', 'waiting'),
  acceptOffer: (district) => ofVolunteer(district, '/offer/acceptance', 'offered'),
  declineOffer: (district) => ofVolunteer(district, '/offer/refusal', 'offered'),
};
