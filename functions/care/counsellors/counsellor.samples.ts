import { newId } from '@kaifong/shared/kernel/ids.ts';
import { elsewhere, home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { anOpening } from '../openings/test-opening.ts';
import { anAssignedCase, anEnrolment, type CareDistrict } from '../test-care.ts';
import { aDayServed } from './test-hours.ts';
import { aStanding } from './test-standing.ts';

/** Who may counsel, and what their supervisors do. */
export const counsellorSamples: Samples<CareDistrict> = {
  enrolCounsellor: async (district) => {
    const { volunteerNumber } = await district.volunteer({ role: 'counsellor', scope: '440103' });
    return {
      caller: await district.person({ role: 'careSupervisor', scope: '440103' }),
      path: '/care/counsellors',
      body: anEnrolment(volunteerNumber, district.clock.now),
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
    };
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
  changeOffer: async (district) => {
    const { counsellorId } = await district.counsellor();
    return {
      caller: await aSupervisor(district),
      path: `/care/counsellors/${counsellorId}/offer`,
      body: { version: 0, topics: ['work'], awayFrom: [] },
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
      unknownPath: `/care/counsellors/${newId('counsellor', 0)}/offer`,
      unknownIs: 403,
    };
  },
  endCounsellor: async (district) => {
    const { counsellorId } = await district.counsellor();
    return {
      caller: await aSupervisor(district),
      path: `/care/counsellors/${counsellorId}/end`,
      body: { version: 0, reason: 'left', casesGoOn: true },
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
      unknownPath: `/care/counsellors/${newId('counsellor', 0)}/end`,
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
  listCounsellorHours: async (district) => ({
    caller: await aSupervisor(district),
    path: '/care/counsellor-hours?place=440103',
    outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
  }),
  confirmCounsellorHours: async (district) => {
    const { counsellorId, day, minutes } = await aDayServed(district);
    return {
      caller: await aSupervisor(district),
      path: `/care/counsellor-hours/${counsellorId}/confirmation`,
      body: { day, minutes },
      outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
      unknownPath: `/care/counsellor-hours/${newId('counsellor', 0)}/confirmation`,
      unknownIs: 403,
    };
  },
  searchCareReadings: async (district) => ({
    caller: await district.person({ role: 'careSupervisor', scope: '440103' }),
    path: '/care/readings?place=440103',
    outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
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
  listPastOpenings: async (district) => ({
    caller: await aSupervisor(district),
    path: `/care/openings/past?place=${home.street}`,
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
