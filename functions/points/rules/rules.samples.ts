import { aProposal, aSpecialDay, newRules } from '../../test/a-rules-proposal.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const ofDistrict = (district: TestDistrict) => district.person({ role: 'coordinator', scope: '440103' });
/** A street's coordinator does not reach what is the whole district's. */
const outsider = (district: TestDistrict) => district.person({ role: 'coordinator', scope: home.street });
let called = 100;
const unknown = '/points-rules/proposals/prl_00000000000000000000';

export const pointsRulesSamples: Samples = {
  readPointsRules: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points-rules' }),
  listPointsRulesProposals: async (district) => ({
    caller: await ofDistrict(district),
    outsider: await outsider(district),
    path: '/points-rules/proposals',
  }),
  proposePointsRules: async (district) => ({
    caller: await ofDistrict(district),
    outsider: await outsider(district),
    path: '/points-rules/proposals',
    body: newRules(district),
  }),
  readPointsRulesProposal: async (district) => ({
    caller: await ofDistrict(district),
    outsider: await outsider(district),
    path: `/points-rules/proposals/${(await aProposal(district)).rulesId}`,
    unknownPath: unknown,
  }),
  callSpecialDay: async (district) => ({
    caller: await ofDistrict(district),
    outsider: await outsider(district),
    path: '/points-rules/special-days',
    body: { ...aSpecialDay(district), place: `440103/${String(++called).padStart(3, '0')}` },
  }),
  decidePointsRules: async (district) => ({
    caller: await ofDistrict(district),
    outsider: await outsider(district),
    path: `/points-rules/proposals/${(await aProposal(district)).rulesId}/decision`,
    body: { decision: 'approve' },
    unknownPath: `${unknown}/decision`,
  }),
};
