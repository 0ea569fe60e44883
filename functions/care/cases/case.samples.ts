import type { Samples } from '../../test/sample.ts';
import {
  aHandover,
  aNote,
  anAssignedCase,
  aPlan,
  aReferralNote,
  aWaitingCase,
  type CareDistrict,
  takeRequest,
} from '../test-care.ts';
import { ofCase } from './sample-of-case.ts';

/** A case, from its screening to its end. */
export const caseSamples: Samples<CareDistrict> = {
  screenCase: async (district) => {
    const caller = await district.socialWorker();
    return {
      caller,
      ...ofCase(await takeRequest(caller), '/screening'),
      body: { dangerNow: false, phq2: [1, 0] },
      outsider: await district.socialWorker(),
    };
  },
  listCandidates: async (district) => {
    const caller = await district.socialWorker();
    return {
      caller,
      ...ofCase(await aWaitingCase(caller), '/candidates'),
      outsider: await district.socialWorker(),
    };
  },
  assignCase: async (district) => {
    const caller = await district.socialWorker();
    const { counsellorId } = await district.counsellor();
    return {
      caller,
      ...ofCase(await aWaitingCase(caller), '/assignment'),
      body: { counsellorId, overrideReason: '她与当事人约好了时间，当事人也同意' },
      outsider: await district.socialWorker(),
    };
  },
  listMyCases: async (district) => ({ caller: (await district.counsellor()).caller, path: '/care/my-cases' }),
  readCaseload: async (district) => {
    const caller = await district.socialWorker();
    await aWaitingCase(caller);
    return { caller, path: '/care/caseload' };
  },
  readCase: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return { caller: counsellor.caller, ...ofCase(caseId), outsider: (await district.counsellor()).caller };
  },
  readSafetyPlan: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    const outsider = (await district.counsellor()).caller;
    return { caller: counsellor.caller, ...ofCase(caseId, '/safety-plan'), outsider };
  },
  writeSafetyPlan: async (district) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    const none = { warningSigns: [], onMyOwn: [], peopleAndPlaces: [], helpers: [], professionals: [], saferPlace: [] };
    return {
      caller: socialWorker,
      ...ofCase(caseId, '/safety-plan'),
      body: { version: 0, steps: { ...none, onMyOwn: ['去湖边走一圈'] } },
      outsider: await district.socialWorker(),
    };
  },
  listOpenReports: async (district) => ({ caller: await district.socialWorker(), path: '/care/reports' }),
  openReport: async (district) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    return {
      caller: socialWorker,
      ...ofCase(caseId, '/reports'),
      body: { signs: ['neglect'] },
      outsider: await district.socialWorker(),
    };
  },
  recordReportReceipt: async (district) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    const at = district.clock.now;
    await socialWorker.post(`/care/cases/${caseId}/reports`, { signs: ['neglect'] });
    return {
      caller: socialWorker,
      ...ofCase(caseId, '/reports/receipt'),
      body: { at, takenBy: '荔湾公安分局', number: '2026-0117' },
      outsider: await district.socialWorker(),
    };
  },
  listMySessions: async (district) => ({ caller: (await district.counsellor()).caller, path: '/care/sessions' }),
  planSession: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, '/sessions'),
      body: aPlan(district.clock.now),
      outsider: (await district.counsellor()).caller,
    };
  },
  recordTalk: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    const startsAt = district.clock.now;
    district.later(3_600_000);
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, '/talks'),
      body: { mode: 'phone', startsAt, minutes: 20 },
      outsider: (await district.counsellor()).caller,
    };
  },
  tellSession: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    const { body } = await counsellor.caller.post(`/care/cases/${caseId}/sessions`, aPlan(district.clock.now));
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, `/sessions/${body.sessionId}/outcome`),
      body: { outcome: 'cancelled' },
      outsider: (await district.counsellor()).caller,
    };
  },
  recordOutreach: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, '/outreach'),
      body: { way: 'phone', outcome: 'noAnswer' },
      outsider: (await district.counsellor()).caller,
    };
  },
  listOpenReferrals: async (district) => ({ caller: await district.socialWorker(), path: '/care/referrals' }),
  openReferral: async (district) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    return {
      caller: socialWorker,
      ...ofCase(caseId, '/referrals'),
      body: aReferralNote(),
      outsider: await district.socialWorker(),
    };
  },
  answerReferral: async (district) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    const { body } = await socialWorker.post(`/care/cases/${caseId}/referrals`, aReferralNote());
    return {
      caller: socialWorker,
      ...ofCase(caseId, `/referrals/${body.referralId}/answer`),
      body: { outcome: 'didNotArrive' },
      outsider: await district.socialWorker(),
    };
  },
  handCaseOver: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, '/handovers'),
      body: aHandover(),
      outsider: (await district.counsellor()).caller,
    };
  },
  listHandovers: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, '/handovers'),
      outsider: (await district.counsellor()).caller,
    };
  },
  closeCase: async (district) => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    return {
      caller: socialWorker,
      ...ofCase(caseId, '/closure'),
      body: { outcome: 'completed' },
      outsider: await district.socialWorker(),
    };
  },
  writeNote: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return {
      caller: counsellor.caller,
      ...ofCase(caseId, '/notes'),
      body: aNote({ text: '第一次见面，约好下周再谈。' }),
      outsider: (await district.counsellor()).caller,
    };
  },
  listNotes: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    return { caller: counsellor.caller, ...ofCase(caseId, '/notes'), outsider: (await district.counsellor()).caller };
  },
};
