import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';

/**
 * What may become of a handover: somebody `taken` the place, the one who was asked `declined`, it was `withdrawn`, or it `lapsed` with
 * the end of sign-up. Until it is taken the giver is responsible for the place.
 */
export const handoverStates = ['open', 'taken', 'declined', 'withdrawn', 'lapsed'] as const;
export const HandoverState = z.enum(handoverStates);
export type HandoverState = z.infer<typeof HandoverState>;

/** Who may take it: one person, the members of the shift's team, or everybody who may take a place. */
export const audiences = ['person', 'team', 'everybody'] as const;
export const Audience = z.enum(audiences);
export type Audience = z.infer<typeof Audience>;

/** What the giver says to those who are asked. */
const Words = z.string().trim().max(100).optional();

/** A place that is offered to somebody, or to many; to one person also in return for a place of hers. */
export const NewHandover = z.discriminatedUnion('to', [
  z.object({
    shiftId: Id('shift'),
    to: z.literal('person'),
    volunteerId: Id('volunteer'),
    inReturnFor: Id('shift').optional(),
    words: Words,
  }),
  z.object({ shiftId: Id('shift'), to: z.enum(['team', 'everybody']), words: Words }),
]);
export type NewHandover = z.infer<typeof NewHandover>;

/** A leader asks for somebody in the place of one who has it, and who keeps it until then. */
export const HandoverOnBehalf = z.object({
  shiftId: Id('shift'),
  volunteerId: Id('volunteer'),
  to: z.enum(['team', 'everybody']),
  words: Words,
});
export type HandoverOnBehalf = z.infer<typeof HandoverOnBehalf>;

/** A shift in a line. */
export const ShiftInBrief = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  placeName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
});
export type ShiftInBrief = z.infer<typeof ShiftInBrief>;

/** A handover as the person who asks sees it. */
export const Handover = ShiftInBrief.extend({
  id: Id('handover'),
  state: HandoverState,
  to: Audience,
  /** In full for those who know each other, else masked. */
  giverName: z.string(),
  /** Who was asked by name; told to her and to the giver. */
  askedName: z.string().optional(),
  /** Who has the place now; told to the giver. */
  takerName: z.string().optional(),
  /** Whether the leader asked on the giver's behalf. */
  byLeader: z.boolean(),
  words: z.string().optional(),
  /** What the giver takes over in return. */
  inReturn: ShiftInBrief.optional(),
  /** What whoever takes it confirms to have read, of a risky shift; told where one handover is read. */
  risk: z.object({ riskNotice: z.string(), insurance: z.string() }).optional(),
  /** When it lapses. */
  closesAt: Instant,
  /** `giver`, `asked` by name, or somebody `other`. */
  mine: z.enum(['giver', 'asked', 'other']),
  /** Why she may not take it, in her language; absent when she may, and where it is not open any more. */
  refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type Handover = z.infer<typeof Handover>;

/** What became of a command about a handover. */
export const HandoverOutcome = z.object({ id: Id('handover'), shiftId: Id('shift'), state: HandoverState });
export type HandoverOutcome = z.infer<typeof HandoverOutcome>;

/** A handover as the leader of the shift sees it. */
export const HandoverOfShift = z.object({
  id: Id('handover'),
  state: HandoverState,
  to: Audience,
  giverId: Id('volunteer'),
  giverName: z.string(),
  askedName: z.string().optional(),
  takerName: z.string().optional(),
  isSwap: z.boolean(),
  byLeader: z.boolean(),
  words: z.string().optional(),
  createdAt: Instant,
  closesAt: Instant,
});
export type HandoverOfShift = z.infer<typeof HandoverOfShift>;

/** Fellow members who may take a place now; each with those of their own places that the giver could take in return. */
export const HandoverCandidate = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  /** Whether she could simply take it; else only in return for one of hers. */
  mayTake: z.boolean(),
  inReturn: z.array(ShiftInBrief),
});
export type HandoverCandidate = z.infer<typeof HandoverCandidate>;

export const HandoverParams = z.object({ shiftId: Id('shift'), handoverId: Id('handover') });
export type HandoverParams = z.infer<typeof HandoverParams>;
export const HandoversOfShiftParams = z.object({ shiftId: Id('shift') });
/** What is open to the person who asks: named, of her teams, and of everybody in a street. */
export const OpenHandoversQuery = PageQuery.extend({ street: Scope });
