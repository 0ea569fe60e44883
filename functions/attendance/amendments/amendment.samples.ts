import { anAmendment, aPastStay, claimOf } from '../../test/an-amendment.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

const nothing = 'amd_00000000000000000000';

/** A request of a coordinator about an amendment in a state. */
async function toDecide(
  district: TestDistrict,
  state: 'asked' | 'objected',
  rest: string,
  body?: unknown,
): Promise<Sample & { id: string }> {
  const { id } = await anAmendment(district, state);
  return {
    id,
    caller: await aCoordinator(district),
    path: `/amendments/${id}/${rest}`,
    ...(body !== undefined && { body }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    unknownPath: `/amendments/${nothing}/${rest}`,
  };
}

export const amendmentSamples: Samples = {
  listAskableShifts: async (district) => ({
    caller: (await aPastStay(district)).caller,
    path: '/amendments/askable',
  }),
  askForOwnAmendment: async (district) => {
    const stay = await aPastStay(district);
    const body = { ...(await claimOf(stay.caller, stay)), named: true };
    return { caller: stay.caller, path: '/amendments/mine', body };
  },
  listOwnAmendments: async (district) => ({
    caller: (await anAmendment(district, 'asked')).caller,
    path: '/amendments/mine',
  }),
  askForAmendment: async (district) => {
    const stay = await aPastStay(district);
    const { leader, volunteerId } = stay;
    const outsider = await district.person({ role: 'teamLeader', scope: elsewhere.team });
    const claim = await claimOf(leader, stay);
    return { caller: leader, path: '/amendments/for-others', body: { ...claim, volunteerId }, outsider };
  },
  listAskedAmendments: async (district) => ({
    caller: await district.person({ role: 'teamLeader', scope: home.team }),
    path: '/amendments/for-others',
  }),
  withdrawAmendment: async (district) => {
    const { caller, id } = await anAmendment(district, 'asked');
    return { caller, path: `/amendments/${id}/withdrawal`, unknownPath: `/amendments/${nothing}/withdrawal` };
  },
  listAmendments: async (district) => ({
    caller: (await anAmendment(district, 'asked')).coordinator,
    path: `/amendments?place=${home.street}`,
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
  }),
  decideAmendment: (district) => toDecide(district, 'asked', 'decision', { outcome: 'approve', words: '与签到表一致' }),
  decideObjections: (district) =>
    toDecide(district, 'objected', 'objections/decision', { outcome: 'dismissed', words: '签到表上有本人签名' }),
  openAmendmentEvidence: (district) => toDecide(district, 'asked', 'evidence'),
  readAmendmentEvidencePiece: async (district) => {
    const { caller, outsider, path } = await toDecide(district, 'asked', 'evidence');
    const { ticket } = (await caller.post(path)).body;
    return {
      caller,
      ...(outsider && { outsider }),
      path: `${path}/0?ticket=${ticket}`,
      unknownPath: `/amendments/${nothing}/evidence/0?ticket=${ticket}`,
    };
  },
  listAmendmentNotices: async (district) => {
    await anAmendment(district, 'onNotice');
    return { caller: district.stranger(), path: '/amendment-notices/current' };
  },
  objectToAmendment: async (district) => {
    const { id, objector } = await anAmendment(district, 'onNotice');
    return {
      caller: objector,
      path: `/amendment-notices/${id}/objections`,
      body: { words: '那天的活动因为下雨取消了' },
      unknownPath: `/amendment-notices/${nothing}/objections`,
    };
  },
};
