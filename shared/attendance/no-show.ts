import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';

/**
 * Where the mark that somebody did not come stands: `marked` by the leader; `contested` by the person, and then not counted until it is
 * decided; `upheld` or `lifted` by a second person; `takenBack` by the leader, or because her service was confirmed after all.
 */
export const noShowStates = ['marked', 'contested', 'upheld', 'lifted', 'takenBack'] as const;
export const NoShowState = z.enum(noShowStates);
export type NoShowState = z.infer<typeof NoShowState>;

export const NoShowMark = z.object({ volunteerId: Id('volunteer') });
export type NoShowMark = z.infer<typeof NoShowMark>;

/** What the person says to it. */
export const NoShowContest = z.object({ statement: z.string().trim().min(4).max(300) });
export type NoShowContest = z.infer<typeof NoShowContest>;

/** What a second person decides, in words that the person reads. */
export const NoShowDecision = z.object({
  outcome: z.enum(['upheld', 'lifted'], { error: 'field.choice' }),
  words: z.string().trim().min(2).max(300),
});
export type NoShowDecision = z.infer<typeof NoShowDecision>;

const OfShift = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  teamScope: Scope,
  startsAt: Instant,
  endsAt: Instant,
});

/** A mark as the person sees it. */
export const OwnNoShow = OfShift.extend({
  state: NoShowState,
  markedAt: Instant,
  statement: z.string().optional(),
  decision: z.object({ outcome: z.enum(['upheld', 'lifted']), words: z.string(), at: Instant }).optional(),
  /** Until when she can contest it; not there once she cannot. */
  contestUntil: Instant.optional(),
});
export type OwnNoShow = z.infer<typeof OwnNoShow>;

/** Somebody who had a place in a shift and was not seen there, for its leader. */
export const AbsentVolunteer = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  /** Not there for one who is not marked. */
  state: NoShowState.optional(),
  mayMark: z.boolean(),
  mayTakeBack: z.boolean(),
});
export type AbsentVolunteer = z.infer<typeof AbsentVolunteer>;

/** A contested mark, for the second person. */
export const ContestedNoShow = OfShift.extend({
  volunteerId: Id('volunteer'),
  name: z.string(),
  statement: z.string(),
  markedAt: Instant,
  contestedAt: Instant,
  /** Whether somebody else has to decide: it is the asker's own, or she marked it herself. */
  isForOther: z.boolean(),
});
export type ContestedNoShow = z.infer<typeof ContestedNoShow>;

export const NoShowStanding = z.object({ shiftId: Id('shift'), volunteerId: Id('volunteer'), state: NoShowState });
export type NoShowStanding = z.infer<typeof NoShowStanding>;

/** Of the shifts of six months to which somebody was to come, how many she came to: `kept` of `of`. Never public. */
export const Reliability = z.object({
  kept: z.int(),
  of: z.int(),
  /** Until when her standing sign-ups pause, unless her leader resumes them. */
  pausedUntil: Instant.optional(),
});
export type Reliability = z.infer<typeof Reliability>;

export const MemberReliability = Reliability.extend({ volunteerId: Id('volunteer'), name: z.string() });
export type MemberReliability = z.infer<typeof MemberReliability>;

export const Resumption = z.object({ team: Scope, volunteerId: Id('volunteer') });
export type Resumption = z.infer<typeof Resumption>;

export const NoShowShiftParams = z.object({ shiftId: Id('shift') });
export const NoShowParams = z.object({ shiftId: Id('shift'), volunteerId: Id('volunteer') });
export type NoShowParams = z.infer<typeof NoShowParams>;
export const ContestedQuery = PageQuery.extend({ place: Scope });
export const ReliabilityQuery = PageQuery.extend({ team: Scope });
