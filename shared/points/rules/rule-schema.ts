import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { EarningRules, specialDayKinds } from './earning-rules.ts';

/** Days that people are told before other rules hold. */
export const ruleNoticeDays = 7;

/** Rules and the day from which they hold. Those that have held since the beginning were decided by nobody and have no id. */
export const DatedRules = z.object({
  id: Id('pointsRules').optional(),
  from: Day.optional(),
  rules: EarningRules,
});
export type DatedRules = z.infer<typeof DatedRules>;

/** Days from today on for which a special day may be called. */
export const specialDaysAhead = 7;

/** A day of bad weather or of an emergency, at a place and below it: services of it that are confirmed from then on earn more. */
export const SpecialDay = z.object({
  day: Day,
  kind: z.enum(specialDayKinds, { error: 'field.choice' }),
  place: Scope,
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** What holds today, what is decided for later, the soonest first, and what today is. */
export const RulesInWords = z.object({
  now: DatedRules,
  coming: z.array(DatedRules),
  special: z.array(SpecialDay),
});
export type RulesInWords = z.infer<typeof RulesInWords>;

/** Why rules are to change, or why they are not to: people read it. */
const Why = z.string().trim().min(10).max(500);

export const NewSpecialDay = SpecialDay.extend({ why: Why });
export type NewSpecialDay = z.infer<typeof NewSpecialDay>;

export const NewRules = z.object({ from: Day, rules: EarningRules, why: Why });
export type NewRules = z.infer<typeof NewRules>;

export const proposalStates = ['proposed', 'approved', 'declined'] as const;

/** Rules that a coordinator of the district proposed, until a second one decides, and after. */
export const RulesProposal = NewRules.extend({
  id: Id('pointsRules'),
  state: z.enum(proposalStates),
  proposedAt: Instant,
  /** Whether the person who reads this proposed it, who cannot approve it. */
  isOwn: z.boolean(),
  decidedAt: Instant.optional(),
});
export type RulesProposal = z.infer<typeof RulesProposal>;

/** What proposed rules would have made of last month. */
export const Simulation = z.object({
  /** `2026-10`. */
  month: z.string(),
  /** How many parts are reckoned: the figures are whole when all are. */
  done: z.int(),
  parts: z.int(),
  people: z.int(),
  services: z.int(),
  /** Whole hours of minutes that earn, each person by herself, without what is carried from month to month. */
  pointsBefore: z.int(),
  pointsAfter: z.int(),
  /** Whose points would differ most. */
  most: z.array(
    z.object({
      volunteerId: Id('volunteer'),
      /** Not there for somebody who is not on file any more. */
      name: z.string().optional(),
      pointsBefore: z.int(),
      pointsAfter: z.int(),
    }),
  ),
});
export type Simulation = z.infer<typeof Simulation>;

export const SimulatedProposal = RulesProposal.extend({ simulation: Simulation });
export type SimulatedProposal = z.infer<typeof SimulatedProposal>;

export const RulesParams = z.object({ rulesId: Id('pointsRules') });
export const RulesProposed = z.object({ id: Id('pointsRules') });
export const RulesDecision = z.object({ decision: z.enum(['approve', 'decline']) });
export type RulesDecision = z.infer<typeof RulesDecision>;
export const RulesDecided = RulesProposal.pick({ id: true, state: true });
