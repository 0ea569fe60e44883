import { newId } from '@kaifong/shared/kernel/ids.ts';
import { elsewhere, home } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';
import { ofCase } from '../cases/sample-of-case.ts';
import { anEndedEscalation, anEscalation, type CareDistrict } from '../test-care.ts';
import { aDuty, aFreeHour, aMember, aPlannedDuty, aSupervisor } from './test-rota.ts';

function ofEscalation(escalationId: string, part = ''): Pick<Sample, 'path' | 'unknownPath' | 'unknownIs'> {
  const pathOf = (id: string) => `/care/escalations/${id}${part}`;
  return { path: pathOf(escalationId), unknownPath: pathOf(newId('escalation', 0)), unknownIs: 403 };
}

const otherOnCall = (district: CareDistrict) => district.person({ role: 'onCall', scope: elsewhere.street });

/** Who is on call, what they are called for, and what follows a crisis. */
export const onCallSamples: Samples<CareDistrict> = {
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
};
