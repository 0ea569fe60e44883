import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Samples } from '../../test/sample.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import type { CareDistrict } from '../test-care.ts';
import { aCheckIn, aDiscussion, bring } from './test-discussion.ts';
import { aSupervisedCase, aSupervisee } from './test-supervision.ts';

/** What counsellors bring to supervision, and how they are themselves. */
export const discussionSamples: Samples<CareDistrict> = {
  bringDiscussion: async (district) => {
    const { counsellor, caseId } = await aSupervisedCase(district);
    return {
      caller: counsellor.caller,
      path: '/care/discussions',
      body: aDiscussion(caseId),
      outsider: (await district.counsellor()).caller,
    };
  },
  takeDiscussionBack: async (district) => {
    const { counsellor, caseId } = await aSupervisedCase(district);
    const discussionId = await bring(counsellor.caller, caseId);
    return {
      caller: counsellor.caller,
      path: `/care/discussions/${discussionId}/withdrawal`,
      unknownPath: `/care/discussions/${newId('discussion', 0)}/withdrawal`,
    };
  },
  listOwnDiscussions: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-discussions',
  }),
  listGroupDiscussions: async (district) => ({
    caller: (await aSupervisee(district)).caller,
    path: '/care/group-discussions',
  }),
  listDiscussionsOfSupervisee: async (district) => {
    const { lead, counsellorId } = await aSupervisee(district);
    return {
      caller: lead.caller,
      path: `/care/supervision/${counsellorId}/discussions`,
      unknownPath: `/care/supervision/${newId('counsellor', 0)}/discussions`,
      unknownIs: 403,
      outsider: await aSupervisor(district),
    };
  },
  listOwnCheckIns: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-check-ins',
  }),
  checkIn: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-check-ins',
    body: aCheckIn(),
  }),
  skipCheckIn: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-check-ins/skipped',
  }),
  listCheckInsOfSupervisee: async (district) => {
    const { lead, counsellorId } = await aSupervisee(district);
    return {
      caller: lead.caller,
      path: `/care/supervision/${counsellorId}/check-ins`,
      unknownPath: `/care/supervision/${newId('counsellor', 0)}/check-ins`,
      unknownIs: 403,
      outsider: await aSupervisor(district),
    };
  },
};
