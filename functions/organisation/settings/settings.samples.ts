import {
  aSettingsChange,
  districtCoordinator,
  newSettings,
  systemAdministrator,
} from '../../test/a-settings-change.ts';
import { home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

/** Somebody of a street does not reach what is the whole district's. */
const ofStreet = (district: TestDistrict, role: 'coordinator' | 'systemAdministrator') =>
  district.person({ role, scope: home.street });
const unknown = '/settings/changes/stg_00000000000000000000';

export const settingsSamples: Samples = {
  readSettings: async (district) => ({ caller: district.stranger(), path: '/settings' }),
  readSettingsDecisions: async (district) => ({
    caller: await systemAdministrator(district),
    outsider: await ofStreet(district, 'coordinator'),
    path: '/settings/decisions',
  }),
  listSettingsChanges: async (district) => ({
    caller: await districtCoordinator(district),
    outsider: await ofStreet(district, 'coordinator'),
    path: '/settings/changes',
  }),
  proposeSettings: async (district) => ({
    caller: await systemAdministrator(district),
    outsider: await ofStreet(district, 'systemAdministrator'),
    path: '/settings/changes',
    body: newSettings(district, { figures: { noticeWorkingDays: 5 } }),
  }),
  decideSettings: async (district) => ({
    caller: await districtCoordinator(district),
    outsider: await ofStreet(district, 'coordinator'),
    path: `/settings/changes/${(await aSettingsChange(district, { figures: { confirmWithinDays: 5 } })).changeId}/decision`,
    body: { decision: 'decline' },
    unknownPath: `${unknown}/decision`,
  }),
  withdrawSettings: async (district) => {
    const { proposer, changeId } = await aSettingsChange(district, { figures: { confirmWithinDays: 6 } });
    return {
      caller: proposer,
      outsider: await ofStreet(district, 'systemAdministrator'),
      path: `/settings/changes/${changeId}/withdrawal`,
      unknownPath: `${unknown}/withdrawal`,
    };
  },
};
