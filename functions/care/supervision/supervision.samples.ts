import { newId } from '@kaifong/shared/kernel/ids.ts';
import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import type { CareDistrict } from '../test-care.ts';
import { aNamedSupervisor, aSupervisee, aSupervisionSession } from './test-supervision.ts';

const unknown = (below = '') => `/care/supervision/${newId('counsellor', 0)}${below}`;

/** Supervision of counsellors. */
export const supervisionSamples: Samples<CareDistrict> = {
  listSupervisors: async (district) => ({
    caller: await aSupervisor(district),
    path: '/care/supervisors?place=440103',
    outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
  }),
  changeSupervisor: async (district) => {
    const { counsellorId } = await district.counsellor();
    const { supervisor } = await aNamedSupervisor(district);
    return {
      caller: await aSupervisor(district),
      path: `/care/counsellors/${counsellorId}/supervisor`,
      body: { version: 0, supervisor, reason: '新登记' },
      outsider: await district.person({ role: 'careSupervisor', scope: home.street }),
      unknownPath: `/care/counsellors/${newId('counsellor', 0)}/supervisor`,
      unknownIs: 403,
    };
  },
  readOwnSupervising: async (district) => ({ caller: await aSupervisor(district), path: '/care/supervision' }),
  keepSupervisorCard: async (district) => ({
    caller: await aSupervisor(district),
    path: '/care/supervision/card',
    body: { workName: '冯督导', mobile: '13822200000' },
  }),
  beAwayAsSupervisor: async (district) => ({
    caller: (await aNamedSupervisor(district)).caller,
    path: '/care/supervision/absence',
    body: { from: '2026-12-01', until: '2026-12-05' },
  }),
  readSupervisee: async (district) => {
    const { lead, counsellorId } = await aSupervisee(district);
    return {
      caller: lead.caller,
      path: `/care/supervision/${counsellorId}`,
      unknownPath: unknown(),
      unknownIs: 403,
      outsider: await aSupervisor(district),
    };
  },
  listSupervisionSessions: async (district) => {
    const { lead, counsellorId } = await aSupervisee(district);
    return {
      caller: lead.caller,
      path: `/care/supervision/${counsellorId}/sessions`,
      unknownPath: unknown('/sessions'),
      unknownIs: 403,
      outsider: await aSupervisor(district),
    };
  },
  planSupervision: async (district) => {
    const { lead, counsellorId } = await aSupervisee(district);
    return {
      caller: lead.caller,
      path: `/care/supervision/${counsellorId}/sessions`,
      body: { startsAt: shiftBy(district.clock.now, 24 * hour), where: '街道社工站' },
      unknownPath: unknown('/sessions'),
      unknownIs: 403,
      outsider: await aSupervisor(district),
    };
  },
  tellSupervision: async (district) => {
    const { lead, counsellorId } = await aSupervisee(district);
    const session = await aSupervisionSession(district, lead.caller, counsellorId);
    return {
      caller: lead.caller,
      path: `/care/supervision/${counsellorId}/outcome`,
      body: { ...session, outcome: 'cancelled' },
      unknownPath: unknown('/outcome'),
      unknownIs: 403,
      outsider: await aSupervisor(district),
    };
  },
  readOwnSupervision: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-supervision',
  }),
  listOwnSupervision: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-supervision/sessions',
  }),
  keepReminderPhone: async (district) => ({
    caller: (await district.counsellor()).caller,
    path: '/care/own-supervision/phone',
    body: { mobile: '13822200001' },
  }),
};
