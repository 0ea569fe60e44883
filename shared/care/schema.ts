import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { SpokenLanguage } from '../people/languages.ts';
import { careConsent } from './asking/consent.ts';
import { OutreachView } from './cases/outreach.ts';
import { ReferralView } from './cases/referral.ts';
import { ReportView } from './cases/report.ts';
import { SessionView } from './cases/session.ts';
import { CssrsAnswers } from './instruments/cssrs.ts';
import { type InstrumentName, instrumentNames, instruments } from './instruments/instruments.ts';
import { Risk } from './instruments/triage.ts';
import { FollowUpView } from './on-call/follow-up.ts';
import { Slot } from './slots.ts';
import { Topic } from './topics.ts';

/**
 * Where a case stands: `intake` until it is screened, `waiting` for a counsellor, `assigned` to one, `closed`. An emergency is
 * `escalated` from any of these and never waits for a match.
 */
export const caseStates = ['intake', 'waiting', 'assigned', 'escalated', 'closed'] as const;
export const CaseState = z.enum(caseStates);
export type CaseState = z.infer<typeof CaseState>;

/** The desk that takes a request down belongs to a street or a community. */
export const DeskPlace = z.string().regex(/^\d{6}(\/\d{3}){1,2}$/, { error: 'place.unknown' });

/** What the person wishes to be called. Three digits in a row are the beginning of a number that does not belong here. */
export const Alias = z
  .string({ error: 'alias.invalid' })
  .trim()
  .min(1, { error: 'alias.invalid' })
  .max(12, { error: 'alias.invalid' })
  .regex(/^(?!.*\p{Nd}{3})[\p{L}\p{M}\p{N}\s·.’-]+$/u, { error: 'alias.invalid' });

export const Gender = z.enum(['female', 'male'], { error: 'field.choice' });
export const ForWhom = z.enum(['self', 'familyMember', 'minor'], { error: 'field.choice' });
export const Channel = z.enum(['phone', 'desk', 'web'], { error: 'field.choice' });

/** The consent of `careConsent`, on its own, in the version that was read out. */
export const CareConsent = z.strictObject({
  version: z.literal(careConsent.version, { error: 'consent.outdated' }),
  given: z.literal(true, { error: 'consent.needed' }),
});

/** What a person asks for, in the words of the one who takes it down. */
export const Wishes = z.strictObject({
  forWhom: ForWhom,
  channel: Channel,
  /** How to get back to the person: a number, or a place and an hour. */
  contact: z.string().trim().min(1).max(60).optional(),
  topics: z.array(Topic).min(1).max(5),
  /** The preferred one first. */
  languages: z.array(SpokenLanguage).min(1).max(4),
  preferredGender: Gender.optional(),
  requiredGender: Gender.optional(),
  slots: z.array(Slot).min(1).max(21),
  summary: z.string().trim().min(1).max(1_000).optional(),
});
export type Wishes = z.infer<typeof Wishes>;

/** Told only so that nobody near to the person is suggested; it is shown to nobody afterwards. */
export const KeepAway = z.strictObject({
  community: Scope.optional(),
  teams: z.array(Scope).max(10).default([]),
  counsellors: z.array(Id('counsellor')).max(20).default([]),
});
export type KeepAway = z.infer<typeof KeepAway>;

export const SupportRequest = Wishes.extend({
  place: DeskPlace,
  alias: Alias,
  consent: CareConsent,
  keepAway: KeepAway.default({ teams: [], counsellors: [] }),
});
export type SupportRequest = z.infer<typeof SupportRequest>;

export const CaseRef = z.object({ caseId: Id('supportCase') });
export const EscalationRef = z.object({ escalationId: Id('escalation') });

/** The answers to one questionnaire, `null` where nothing was said. */
function soFar(name: InstrumentName) {
  const { items, highestAnswer } = instruments[name];
  return z.array(z.int().min(0).max(highestAnswer).nullable()).length(items).optional();
}

/** What was answered. A form that is left half way is sent too, since what it says may not wait. */
export const ScreeningAnswers = z.strictObject({
  phq2: soFar('phq2'),
  phq9: soFar('phq9'),
  gad2: soFar('gad2'),
  gad7: soFar('gad7'),
  k6: soFar('k6'),
  who5: soFar('who5'),
  cssrs: CssrsAnswers.optional(),
});

/** With `anew` a questionnaire that was complete is begun again; without, what is said fills up or corrects what was said. */
export const Screening = ScreeningAnswers.extend({ dangerNow: z.boolean(), anew: z.literal(true).optional() });
export type Screening = z.infer<typeof Screening>;

export const AskedInstrument = z.enum([...instrumentNames, 'cssrs'], { error: 'field.choice' });

/** A questionnaire to be asked next, or gone on with: the places of what has not been answered, and never what was. */
export const ToAsk = z.object({
  instrument: AskedInstrument,
  items: z.array(z.int()),
  /** It was complete, and is asked from its beginning. */
  anew: z.literal(true).optional(),
});

/** Where the case stands after a command. It carries no score and no risk, because answers to commands are kept. */
export const CaseStanding = z.object({ caseId: Id('supportCase'), state: CaseState });

export const DeskQuery = z.object({ place: DeskPlace });
export const QueueQuery = PageQuery.extend(DeskQuery.shape);

/** A request that waits: its alias and how urgent it is, and nothing of what it is about. No `risk` until it is screened. */
export const QueueEntry = z.object({
  caseId: Id('supportCase'),
  alias: z.string(),
  state: CaseState,
  risk: Risk.optional(),
  receivedAt: Instant,
  /** Whether the one who asks took it down, and so may go on with it. */
  mine: z.boolean(),
  /** Whether a social worker has it; one that came by the web waits for somebody to take the next. */
  inHand: z.boolean(),
  /** Where it stands: days waited times what a day weighs at its risk (`line.ts`), in tenths. */
  priority: z.number(),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

/** `ended` are those that a social worker saw to the end, the latest first; a counsellor has none, since reading ends with the case. */
export const MyCasesQuery = PageQuery.extend({
  as: z.enum(['counsellor', 'socialWorker']).default('counsellor'),
  which: z.enum(['open', 'ended']).default('open'),
});

/** A case in a list of one's own. */
export const CaseEntry = z.object({
  caseId: Id('supportCase'),
  alias: z.string(),
  state: CaseState,
  risk: Risk.optional(),
  receivedAt: Instant,
  assignedAt: Instant.optional(),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

/** A case in one's own hands. */
export const OwnCase = CaseEntry.extend({
  /** When the last session began that was held. */
  talkedAt: Instant.optional(),
  /** The next session that is planned. */
  nextAt: Instant.optional(),
});
export type OwnCase = z.infer<typeof OwnCase>;

/** The cases of a social worker that have not ended: how many in each state, and which are past their target (`targets.ts`). */
export const Caseload = z.object({
  intake: z.int(),
  waiting: z.int(),
  assigned: z.int(),
  escalated: z.int(),
  overdue: z.int(),
  /** The first of the overdue, the longest past its target first; at most ten. */
  first: z.array(CaseEntry),
});
export type Caseload = z.infer<typeof Caseload>;

/** The result of one instrument, by the version of it that counted. Shown beside `careNotice`, always. */
export const ScreeningResult = z.object({
  instrument: AskedInstrument,
  version: z.int(),
  complete: z.boolean(),
  /** Of one that is complete and a sum. */
  total: z.int().optional(),
  band: z.string().optional(),
});
export type ScreeningResult = z.infer<typeof ScreeningResult>;

export const ScreeningView = z.object({
  at: Instant,
  dangerNow: z.boolean(),
  results: z.array(ScreeningResult),
});
export type ScreeningView = z.infer<typeof ScreeningView>;

/** A case as the two people see it whom it was handed to. */
export const CaseView = z.object({
  ...CaseEntry.shape,
  ...Wishes.shape,
  place: Scope,
  counsellor: z.object({ counsellorId: Id('counsellor'), workName: z.string() }).optional(),
  /** While the people on call look for contact: how far they are. */
  crisis: z.object({ isTaken: z.boolean(), tries: z.int(), dueAt: Instant }).optional(),
  /** The latest first, at most ten. */
  screenings: z.array(ScreeningView),
  /** What is to be asked next; nothing when all that is needed was. */
  toAsk: ToAsk.optional(),
  /** What may be gone on with or asked anew, with what is left of it. */
  mayAsk: z.array(ToAsk),
  /** After crises, the next first. */
  followUps: z.array(FollowUpView),
  /** Of harm to a minor, in order of time. */
  reports: z.array(ReportView),
  /** The latest first; for a counsellor her own only. */
  sessions: z.array(SessionView),
  /** Tries to find out how she is, in order of time. */
  outreach: z.array(OutreachView),
  /** To a hospital or a hotline, in order of time. */
  referrals: z.array(ReferralView),
  /** Whether another counsellor left a summary. */
  wasHandedOver: z.boolean(),
});
export type CaseView = z.infer<typeof CaseView>;

export const Closure = z.strictObject({
  outcome: z.enum(['completed', 'withdrawn', 'referred', 'unreachable'], { error: 'field.choice' }),
});
