import { elsewhere, home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import { aRequest, type CareDistrict } from '../test-care.ts';
import { anAsked, anAsking } from './test-asking.ts';

/** Asking for support, and the line of those who wait. */
export const askingSamples: Samples<CareDistrict> = {
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
  readOwnSafetyPlan: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/safety-plan',
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
};
