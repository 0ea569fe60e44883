import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { SpokenLanguage } from '../../people/languages.ts';
import { VolunteerNumber } from '../../people/schema.ts';
import { Risk } from '../instruments/triage.ts';
import { Gender } from '../schema.ts';
import { Slot } from '../slots.ts';
import { Topic } from '../topics.ts';

export const Level = z.literal([1, 2, 3], { error: 'field.choice' });

/** A certificate: its number, which is kept sealed, and the last day on which it holds. */
export const Credential = z.strictObject({ number: z.string().trim().min(4).max(40), until: Day });

/** What a care supervisor says of a volunteer who becomes a counsellor. Languages and home come from the registration. */
export const Enrolment = z.strictObject({
  volunteerNumber: VolunteerNumber,
  /** What social workers and residents call the counsellor; not the name on the documents. */
  workName: z.string().trim().min(1).max(12),
  level: Level,
  gender: Gender,
  topics: z.array(Topic).min(1).max(9),
  slots: z.array(Slot).min(1).max(21),
  credential: Credential,
  /** The last day on which the vetting for work with minors holds; none, no minors. */
  vettedUntil: Day.optional(),
  /** The day of a supervision session that was held before; without one no cases are given until the first. */
  supervisedOn: Day.optional(),
  /** Most cases at once. */
  caseLimit: z.int().min(1).max(20),
  weeklyCapMinutes: z.int().min(50).max(1_200),
  /** From where no case is ever given, beside her own community: her teams, and communities or streets that she works in or has kin in. */
  teams: z.array(Scope).max(10).default([]),
  awayFrom: z.array(Scope).max(10).default([]),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const CounsellorRef = z.object({ counsellorId: Id('counsellor') });

const term = <Name extends string, Facts extends z.ZodType>(name: Name, facts: Facts) =>
  z.object({ name: z.literal(name), value: z.number(), facts });

/** One part of a score, with the facts behind it, ready to be put into words. */
export const Term = z.discriminatedUnion('name', [
  term('base', z.object({})),
  term('credit', z.object({ daysWaited: z.number(), risk: z.enum(['low', 'moderate', 'high']) })),
  term('topic', z.object({ shared: z.array(Topic), asked: z.array(Topic) })),
  term('genderPreference', z.object({ preferred: z.enum(['female', 'male', 'none']), gender: Gender })),
  term('slotOverlap', z.object({ shared: z.array(Slot), minutes: z.int() })),
  term('level', z.object({ level: Level, needed: Level })),
  term('language', z.object({ shared: z.array(SpokenLanguage), preferred: SpokenLanguage })),
  term('load', z.object({ openCases: z.int(), caseLimit: z.int() })),
  term('scarcity', z.object({ spared: z.array(z.enum(['level', 'minors'])) })),
]);
export type Term = z.infer<typeof Term>;

/** A counsellor who suits, and why: `score` is the sum of the values of `terms`. */
export const Candidate = z.object({
  counsellorId: Id('counsellor'),
  workName: z.string(),
  score: z.number(),
  terms: z.array(Term),
});
export type Candidate = z.infer<typeof Candidate>;

/** The best three, best first. Who may not be suggested is absent, and nothing tells of it. */
export const Candidates = z.object({ items: z.array(Candidate).max(3) });

/** Who is proposed for a waiting case when all who wait in a street are looked at together. */
export const CaseProposal = z.object({
  caseId: Id('supportCase'),
  alias: z.string(),
  risk: Risk.optional(),
  receivedAt: Instant,
  candidate: Candidate,
});
export type CaseProposal = z.infer<typeof CaseProposal>;
export const CaseProposals = z.object({ items: z.array(CaseProposal) });

/** The social worker's decision. Choosing another than the three takes a reason, which is kept. */
export const Assignment = z.strictObject({
  counsellorId: Id('counsellor'),
  overrideReason: z.string().trim().min(10).max(500).optional(),
});
export type Assignment = z.infer<typeof Assignment>;
