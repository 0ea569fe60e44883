import type { RulesProposal } from '@kaifong/shared/points/rules/rule-schema.ts';
import { m } from '#paraglide/messages.js';

/** What a badge looks like that says what became of proposed rules. */
export const proposalStateKind = {
  proposed: 'warning',
  approved: 'success',
  declined: 'plain',
} as const satisfies Record<RulesProposal['state'], string>;

const names: Readonly<Record<RulesProposal['state'], () => string>> = {
  proposed: m.pointsRules_stateProposed,
  approved: m.pointsRules_stateApproved,
  declined: m.pointsRules_stateDeclined,
};

export const proposalStateName = (state: RulesProposal['state']): string => names[state]();
