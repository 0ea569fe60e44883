import { Id } from '@kaifong/shared/kernel/ids.ts';
import type { SpecialDayKind } from '@kaifong/shared/points/rules/earning-rules.ts';
import { DatedRules, NewSpecialDay, proposalStates, RulesProposal } from '@kaifong/shared/points/rules/rule-schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of the rules of points
 *
 *   proposed rules, newest first           RULES                    RULES#<id>
 *   rules that were decided, by their day  RULES_IN_FORCE           FROM#<day>
 *   what a part of last month would be     SIMULATION#<rules>       PART#<part>
 *   what a day is at some places           SPECIAL#<day>            <kind>#<place>
 *
 * A few rules a year, and whoever books by those in force keeps them: those of a day that has come do not change any more.
 */

export const proposals = 'RULES';
export const inForce = 'RULES_IN_FORCE';

export const ProposalItem = itemType({
  entity: 'rulesProposal',
  schema: RulesProposal.omit({ isOwn: true }).extend({
    state: z.enum(proposalStates),
    /** The month that they are tried on, `2026-10`. */
    month: z.string(),
    proposedBy: Id('account'),
    decidedBy: Id('account').optional(),
  }),
  key: ({ id }: { id: string }) => ({ pk: proposals, sk: `RULES#${id}` }),
});
export type ProposalItem = z.output<typeof ProposalItem.schema>;

/** Never changed once it stands. */
export const InForceItem = itemType({
  entity: 'rulesInForce',
  schema: DatedRules.required(),
  key: ({ from }: { from: string }) => ({ pk: inForce, sk: `FROM#${from}` }),
});

export const SimulationPart = itemType({
  entity: 'simulationPart',
  schema: z.object({
    id: Id('pointsRules'),
    part: z.int(),
    people: z.int(),
    services: z.int(),
    pointsBefore: z.int(),
    pointsAfter: z.int(),
    most: z.array(z.object({ volunteerId: Id('volunteer'), pointsBefore: z.int(), pointsAfter: z.int() })),
  }),
  key: ({ id, part }: { id: string; part: number }) => ({ pk: `SIMULATION#${id}`, sk: `PART#${part}` }),
});
export type SimulationPart = z.output<typeof SimulationPart.schema>;

/** That a day was one of bad weather, or of an emergency, at a place and below it. */
export const SpecialDayItem = itemType({
  entity: 'specialDay',
  schema: NewSpecialDay,
  key: ({ day, kind, place }: { day: string; kind: SpecialDayKind; place: string }) => ({
    pk: `SPECIAL#${day}`,
    sk: `${kind}#${place}`,
  }),
});
