import { newId } from '@kaifong/shared/kernel/ids.ts';
import { elsewhere, home } from '../test/district.ts';
import type { Sample, Samples } from '../test/sample.ts';
import { anAsked, anAsking } from './test-asking.ts';
import {
  aHandover,
  aNote,
  anAssignedCase,
  anEndedEscalation,
  anEnrolment,
  anEscalation,
  aPlan,
  aReferralNote,
  aRequest,
  aWaitingCase,
  type CareDistrict,
  takeRequest,
} from './test-care.ts';
import { anOpening } from './test-opening.ts';
import { aDuty, aFreeHour, aMember, aPlannedDuty, aSupervisor } from './test-rota.ts';
import { aStanding } from './test-standing.ts';

/** A request about a case: another social worker or counsellor is an outsider, and an unknown case answers like another's. */
function ofCase(caseId: string, part = ''): Pick<Sample, 'path' | 'unknownPath' | 'unknownIs'> {
  const pathOf = (id: string) => `/care/cases/${id}${part}`;
  return { path: pathOf(caseId), unknownPath: pathOf(newId('supportCase', 0)), unknownIs: 403 };
}

function ofEscalation(escalationId: string, part = ''): Pick<Sample, 'path' | 'unknownPath' | 'unknownIs'> {
  const pathOf = (id: string) => `/care/escalations/${id}${part}`;
  return { path: pathOf(escalationId), unknownPath: pathOf(newId('escalation', 0)), unknownIs: 403 };
}

const otherOnCall = (district: CareDistrict) => district.person({ role: 'onCall', scope: elsewhere.street });

export const careSamples: Samples<CareDistrict> = {
  askForSupport: async (district) => ({ caller: district.stranger(), path: '/care/askings', body: anAsking() }),
  readAsking: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/standing',
    body: (await anAsked(district)).key,
  }),
  tellDanger: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/danger',
    body: (await anAsked(district)).key,
  }),
  readQuestions: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/questions',
    body: (await anAsked(district)).key,
  }),
  answerQuestions: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/answers',
    body: { ...(await anAsked(district)).key, gad2: [1, 0] },
  }),
  withdrawAsking: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/withdrawal',
    body: (await anAsked(district)).key,
  }),
  takeNextAsking: async (district) => {
    await anAsked(district);
    return {
      caller: await district.socialWorker(),
      path: '/care/queue/next',
      body: { place: home.street },
      outsider: await district.person({ role: 'socialWorker', scope: elsewhere.street }),
    };
  },
  takeSupportRequest: async (district) => ({
    caller: await district.socialWorker(),
    path: '/care/requests',
    body: aRequest(),
    outsider: await district.person({ role: 'socialWorker', scope: elsewhere.street }),
  }),
  readSupportQueue: async (district) => ({
    caller: await district.socialWorker(),
    path: `/care/queue?place=${home.street}`,
    outsider: await district.person({ role: 'socialWorker', scope: elsewhere.street }),
  }),
  listProposals: async (district) => ({
    caller: await district.socialWorker(),
    path: `/care/proposals?place=${home.street}`,
    outsider: await district.person({ role: 'socialWorker', scope: elsewhere.street }),
  }),
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
  listFollowUps: async (district) => {
    const { socialWorker } = await anEscalation(district);
    return { caller: socialWorker, path: '/care/follow-ups' };
  },
  recordFollowUp: async (district) => {
    const { caseId, escalationId, socialWorker } = await anEndedEscalation(district);
    return {
      caller: socialWorker,
      ...ofCase(caseId, `/follow-ups/${escalationId}/day`),
      body: { outcome: 'spoke' },
      outsider: await district.socialWorker(),
    };
  },
  lowerRisk: async (district) => {
    const { caseId, socialWorker } = await anEndedEscalation(district);
    return {
      caller: socialWorker,
      ...ofCase(caseId, '/risk'),
      body: { risk: 'high', reason: '和家人一起谈过，约好明天再谈' },
      outsider: await district.socialWorker(),
    };
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
  readOwnSafetyPlan: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/safety-plan',
    body: (await anAsked(district)).key,
  }),
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
  searchCareReadings: async (district) => ({
    caller: await district.person({ role: 'careSupervisor', scope: '440103' }),
    path: '/care/readings?place=440103',
    outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
  }),
  enrolCounsellor: async (district) => {
    const { volunteerId } = await district.volunteer({ role: 'counsellor', scope: '440103' });
    return {
      caller: await district.person({ role: 'careSupervisor', scope: '440103' }),
      path: '/care/counsellors',
      body: anEnrolment(volunteerId, district.clock.now),
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
    };
  },
  listEscalations: async (district) => ({
    caller: await district.onCall(),
    path: `/care/escalations?place=${home.street}`,
    outsider: await otherOnCall(district),
  }),
  readEscalation: async (district) => ({
    caller: await district.onCall(),
    ...ofEscalation((await anEscalation(district)).escalationId),
    outsider: await otherOnCall(district),
  }),
  acknowledgeEscalation: async (district) => ({
    caller: await district.onCall(),
    ...ofEscalation((await anEscalation(district)).escalationId, '/acknowledgement'),
    outsider: await otherOnCall(district),
  }),
  recordContact: async (district) => ({
    caller: await district.onCall(),
    ...ofEscalation((await anEscalation(district)).escalationId, '/contact'),
    body: { outcome: 'personReached' },
    outsider: await otherOnCall(district),
  }),
  readRota: async (district) => ({
    caller: await aSupervisor(district),
    path: `/care/rota?place=${home.street}`,
    outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
  }),
  planDuty: async (district) => {
    const { member } = await aMember(district, '阿甲', 1);
    return {
      caller: await aSupervisor(district),
      path: '/care/rota/duties',
      body: aDuty(district, member, aFreeHour(district)),
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
    };
  },
  changeDuty: async (district) => {
    const { duty, deputy, supervisor } = await aPlannedDuty(district, aFreeHour(district));
    return {
      caller: supervisor,
      path: '/care/rota/duties/people',
      body: { ...duty, first: deputy.member },
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
    };
  },
  removeDuty: async (district) => {
    const { duty, supervisor } = await aPlannedDuty(district, aFreeHour(district));
    return {
      caller: supervisor,
      path: '/care/rota/duties/removal',
      body: duty,
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
    };
  },
  listOwnDuties: async (district) => ({ caller: await district.onCall(), path: '/care/own-duties' }),
  keepDutyCard: async (district) => ({
    caller: await district.onCall(),
    path: '/care/own-duties/card',
    body: { workName: '阿甲', mobile: '13811110001' },
  }),
  offerDuty: async (district) => {
    const { duty, first } = await aPlannedDuty(district, aFreeHour(district));
    const { member } = await aMember(district, '阿庚', 80);
    return { caller: first.caller, path: '/care/own-duties/offer', body: { ...duty, slot: 'first', to: member } };
  },
  answerDutyOffer: async (district) => {
    const { duty, first } = await aPlannedDuty(district, aFreeHour(district));
    const { member, caller } = await aMember(district, '阿庚', 80);
    await first.caller.post('/care/own-duties/offer', { ...duty, slot: 'first', to: member });
    return { caller, path: '/care/own-duties/answer', body: { ...duty, version: 1, accept: true } };
  },
  listCounsellors: async (district) => {
    await district.counsellor();
    return {
      caller: await aSupervisor(district),
      path: '/care/counsellors?place=440103',
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
    };
  },
  changeStanding: async (district) => {
    const { counsellorId } = await district.counsellor();
    return {
      caller: await aSupervisor(district),
      path: `/care/counsellors/${counsellorId}/standing`,
      body: aStanding(district),
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
      unknownPath: `/care/counsellors/${newId('counsellor', 0)}/standing`,
      unknownIs: 403,
    };
  },
  readOwnCounselling: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-counselling',
  }),
  pauseCounselling: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-counselling/pause',
    body: { reason: '家里有事' },
  }),
  resumeCounselling: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-counselling/resumption',
  }),
  openInEmergency: async (district) => {
    const { caseId } = await anAssignedCase(district);
    const supervisor = await aSupervisor(district);
    const reason = '当事人来电中断，社工和值班人员都联系不上，需要马上找到她';
    return {
      caller: supervisor,
      path: '/care/openings',
      body: { caseId, reason, minutes: 30 },
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
    };
  },
  listOpenings: async (district) => ({
    caller: await aSupervisor(district),
    path: `/care/openings?place=${home.street}`,
    outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
  }),
  reviewOpening: async (district) => {
    const { caseId, openedAt } = await anOpening(district, await aSupervisor(district));
    return {
      caller: await aSupervisor(district),
      path: '/care/openings/review',
      body: { caseId, openedAt, verdict: 'justified', text: '确实联系不上社工，处理得当' },
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
    };
  },
  readOpenedCase: async (district) => {
    const supervisor = await aSupervisor(district);
    const { caseId } = await anOpening(district, supervisor);
    return {
      caller: supervisor,
      path: `/care/openings/cases/${caseId}`,
      unknownPath: `/care/openings/cases/${newId('supportCase', 0)}`,
      unknownIs: 403,
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
    };
  },
};
