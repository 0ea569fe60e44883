import type { AttendanceState } from '@kaifong/shared/attendance/schema.ts';
import { aReview } from '../test/a-review.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { aCoordinator, anAttendance, shownCode } from '../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../test/district.ts';
import type { Sample, Samples } from '../test/sample.ts';

const nowhere = '00000000000000000000';

/** A request of a volunteer about a shift that she stands in such a state with. */
async function ofVolunteer(
  district: TestDistrict,
  state: AttendanceState,
  rest: string,
  withCode = false,
): Promise<Sample> {
  const { caller, shiftId, leader } = await anAttendance(district, state);
  return {
    caller,
    path: `/shifts/${shiftId}${rest}`,
    ...(withCode && { body: { code: await shownCode(leader, shiftId) } }),
    unknownPath: `/shifts/sft_${nowhere}${rest}`,
  };
}

/** A request of a leader about a volunteer in such a state. */
async function ofLeader(
  district: TestDistrict,
  state: AttendanceState,
  restFor: (volunteerId: string) => string,
  bodyFor?: (volunteerId: string) => unknown,
): Promise<Sample> {
  const { shiftId, volunteerId, leader } = await anAttendance(district, state);
  const rest = restFor(volunteerId);
  return {
    caller: leader,
    path: `/shifts/${shiftId}${rest}`,
    ...(bodyFor && { body: bodyFor(volunteerId) }),
    outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
    unknownPath: `/shifts/sft_${nowhere}${rest}`,
  };
}

const ofRecords = async (district: TestDistrict, path: string): Promise<Sample> => ({
  caller: (await anAttendance(district, 'confirmed')).caller,
  path,
});

async function ofRecord(district: TestDistrict, rest: string): Promise<Sample> {
  const { caller, volunteerId } = await aVolunteer(district);
  return {
    caller,
    path: `/attendance-copy/${volunteerId}/${rest}`,
    unknownPath: `/attendance-copy/vol_${nowhere}/${rest}`,
  };
}

export const attendanceSamples: Samples = {
  checkIn: (district) => ofVolunteer(district, 'expected', '/check-ins', true),
  checkOut: (district) => ofVolunteer(district, 'here', '/check-outs', true),
  copyStays: (district) => ofRecord(district, 'stays'),
  copyAmendments: (district) => ofRecord(district, 'amendments'),
  copyPatrols: (district) => ofRecord(district, 'patrols'),
  copyFileEntries: (district) => ofRecord(district, 'file-entries'),
  copyPositions: (district) => ofRecord(district, 'positions'),
  copyServiceRecords: (district) => ofRecord(district, 'service-records'),
  readMyAttendance: (district) => ofVolunteer(district, 'here', '/my-attendance'),
  readCheckInCode: (district) => ofLeader(district, 'expected', () => '/check-in-code'),
  listAttendance: (district) => ofLeader(district, 'here', () => '/attendance'),
  enterAttendance: (district) =>
    ofLeader(
      district,
      'expected',
      () => '/check-ins/by-leader',
      (volunteerId) => ({ volunteerId, what: 'in' }),
    ),
  confirmAttendance: (district) => ofLeader(district, 'left', (id) => `/attendance/${id}/confirmation`),
  reverseAttendance: async (district) => ({
    ...(await ofLeader(
      district,
      'confirmed',
      (id) => `/attendance/${id}/reversal`,
      () => ({ reason: '签退时间登记错了' }),
    )),
    caller: await aCoordinator(district),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
  }),
  listServiceRecordsOf: async (district) => ({
    caller: await aCoordinator(district),
    path: `/service-records/of/${(await anAttendance(district, 'confirmed')).volunteerId}`,
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    unknownPath: `/service-records/of/vol_${nowhere}`,
  }),
  decideReview: async (district) => {
    const { leader, shiftId, volunteerId, entry } = await aReview(district);
    const rest = `/attendance/${volunteerId}/reviews/${entry.entryId}`;
    return {
      caller: leader,
      path: `/shifts/${shiftId}${rest}`,
      body: { verdict: 'count' },
      outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
      unknownPath: `/shifts/sft_${nowhere}${rest}`,
    };
  },
  listWaitingAttendance: async (district) => {
    const { leader } = await anAttendance(district, 'left');
    return {
      caller: leader,
      path: `/attendance/waiting?place=${home.team}`,
      outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
    };
  },
  listHourDigests: async (district) => ({ caller: district.stranger(), path: '/hour-digests' }),
  listServiceRecords: (district) => ofRecords(district, '/service-records'),
  readServiceTotal: (district) => ofRecords(district, '/service-records/total'),
};
