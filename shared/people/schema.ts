import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { SpokenLanguage } from './languages.ts';
import { PersonName } from './person-name.ts';
import { consentKinds, NeededConsent } from './registration/consents.ts';
import { documentKinds } from './registration/document.ts';
import { moveNames, ownMoves } from './registration/moves.ts';
import { Skill } from './skills/skills.ts';
import { volunteerStates } from './volunteer-state.ts';

export { PersonName } from './person-name.ts';

export const CommunityScope = z
  .string({ error: 'place.unknown' })
  .regex(/^\d{6}\/\d{3}\/\d{3}$/, { error: 'place.unknown' });

export const VolunteerNumber = z
  .string()
  .regex(/^LW\d{8}$/, { error: ({ input }) => (input === '' ? 'field.required' : 'field.id') });

export const DocumentKind = z.enum(documentKinds, { error: 'field.choice' });
export const VolunteerState = z.enum(volunteerStates, { error: 'field.choice' });

const listOf = <Choice extends z.ZodType>(choice: Choice) =>
  z
    .array(choice)
    .max(30)
    .transform((choices) => [...new Set(choices)]);

export const Skills = listOf(Skill);
export const SpokenLanguages = listOf(SpokenLanguage);

/**
 * Who answers for somebody under 18. The two consents are those on a signed form, where an organisation sends one; who registers on
 * screen names the guardian only, and the guardian consents by a code of their own.
 */
export const Guardian = z.object({
  name: PersonName,
  mobile: z.string({ error: 'mobile.invalid' }).trim().min(8, { error: 'mobile.invalid' }).max(24),
  consent: z.boolean().default(false),
  dataConsent: z.boolean().default(false),
});

/**
 * What a person fills in to become a volunteer. The form of each field is checked here; what depends on the day (birth
 * date, age, guardian) in `checkRegistration`.
 */
export const Registration = z.object({
  name: PersonName,
  documentKind: DocumentKind,
  documentNumber: z.string().trim().min(1).max(40),
  /** Needed with a document whose number does not tell it. */
  birthDate: Day.optional(),
  community: CommunityScope,
  skills: Skills.default([]),
  languages: SpokenLanguages.default([]),
  consents: z.object({
    terms: NeededConsent,
    sensitiveData: NeededConsent,
    rankings: z.boolean().default(false),
  }),
  guardian: Guardian.optional(),
});
export type Registration = z.output<typeof Registration>;

export const Registered = z.object({ id: Id('volunteer'), number: VolunteerNumber, state: VolunteerState });

/** A document as it may be shown: its kind, and its number under a mask. */
export const MaskedDocument = z.object({ kind: DocumentKind, number: z.string() });

/**
 * A consent as it was given or refused. On `paper` means that the organisation which sent the list, or whoever registered the
 * person, keeps the signed form; by `code` that a guardian gave it with a code sent to their own phone.
 */
export const Consent = z.object({
  kind: z.enum(consentKinds),
  version: z.string(),
  given: z.boolean(),
  at: Instant,
  on: z.enum(['screen', 'paper', 'code']),
});
export type Consent = z.infer<typeof Consent>;

/** How somebody came to be registered: by themselves, in a list of an organisation, or on paper by a leader or a coordinator. */
export const registrars = ['self', 'import', 'paper'] as const;

/** A volunteer's own record. `next` is what the person can do now. */
export const OwnVolunteer = z.object({
  id: Id('volunteer'),
  number: VolunteerNumber,
  name: z.string(),
  document: MaskedDocument,
  community: CommunityScope,
  skills: z.array(Skill),
  languages: z.array(SpokenLanguage),
  state: VolunteerState,
  next: z.enum(['confirm', 'askGuardian', 'waitForApproval', 'findShift', 'resume', 'contactCommunity']),
  /** Why it stands so, in the words of the coordinator who moved it. */
  stateReason: z.string().optional(),
  consents: z.array(Consent),
  guardian: z.object({ name: z.string(), mobile: z.string() }).optional(),
  registeredAt: Instant,
  decidedAt: Instant.optional(),
});
export type OwnVolunteer = z.infer<typeof OwnVolunteer>;

/** What somebody looks for: part of a name, pinyin, initials, a volunteer number or the last four digits of a phone. */
export const FindQuery = PageQuery.extend({
  place: Scope,
  text: z.string().trim().max(60).optional(),
  skill: Skill.optional(),
  state: VolunteerState.optional(),
  /** Of a team of the place. */
  team: Scope.optional(),
});
export type FindQuery = z.output<typeof FindQuery>;

/** Somebody who was found. */
export const FoundPerson = z.object({
  id: Id('volunteer'),
  number: VolunteerNumber,
  name: z.string(),
  community: CommunityScope,
  skills: z.array(Skill),
  isMinor: z.boolean(),
  state: VolunteerState,
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export const VolunteersQuery = PageQuery.extend({ place: Scope, state: VolunteerState.default('applied') });

/** A volunteer in a coordinator's list. */
export const VolunteerSummary = z.object({
  id: Id('volunteer'),
  number: VolunteerNumber,
  name: z.string(),
  document: MaskedDocument,
  community: CommunityScope,
  skills: z.array(Skill),
  languages: z.array(SpokenLanguage),
  isMinor: z.boolean(),
  state: VolunteerState,
  registeredBy: z.enum(registrars),
  registeredAt: Instant,
  /** Of somebody under 18 whose guardian has still to consent. */
  awaitsGuardian: z.boolean(),
});
export type VolunteerSummary = z.infer<typeof VolunteerSummary>;

export const WaitingQuery = PageQuery.extend({ place: Scope });

/** An application that waits for an answer since `appliedAt`; it is due by the end of the day `dueOn`. */
export const WaitingApplication = VolunteerSummary.extend({ appliedAt: Instant, dueOn: Day });
export type WaitingApplication = z.infer<typeof WaitingApplication>;

export const VolunteerParams = z.object({ volunteerId: Id('volunteer') });

/** Why something is done to a person, for that person to read. */
const Reason = z.string().trim().min(2).max(300);

/** A coordinator's decision; declining needs a reason, which the applicant reads. */
export const Decision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('decline'), reason: Reason }),
]);
export type Decision = z.infer<typeof Decision>;

/** Where a registration stands after a move. */
export const Moved = z.object({ id: Id('volunteer'), state: VolunteerState });

/** Suspending a volunteer, or lifting a suspension; the volunteer reads the reason. */
export const Suspension = z.object({ move: z.enum(['suspend', 'lift'], { error: 'field.choice' }), reason: Reason });
export type Suspension = z.infer<typeof Suspension>;

/** What a person does to her own registration. */
export const OwnMove = z.object({ move: z.enum(ownMoves, { error: 'field.choice' }) });
export type OwnMove = z.infer<typeof OwnMove>;

/** Most applications that one command approves. */
export const approvalsAtOnce = 50;

export const Approvals = z.object({
  place: Scope,
  volunteerIds: z
    .array(Id('volunteer'))
    .min(1)
    .max(approvalsAtOnce)
    .transform((ids) => [...new Set(ids)]),
});
export type Approvals = z.output<typeof Approvals>;

/** What became of each application, in the order asked: approved, or why not, in the reader's language. */
export const ApprovalResults = z.object({
  results: z.array(
    z.object({
      id: Id('volunteer'),
      approved: z.boolean(),
      code: z.string().optional(),
      detail: z.string().optional(),
    }),
  ),
});
export type ApprovalResults = z.infer<typeof ApprovalResults>;

/** A volunteer's record as a coordinator sees it: what identifies the person is under a mask. */
export const VolunteerRecord = VolunteerSummary.extend({
  mobile: z.string(),
  guardian: z.object({ name: z.string(), mobile: z.string() }).optional(),
  appliedAt: Instant,
  decidedAt: Instant.optional(),
});
export type VolunteerRecord = z.infer<typeof VolunteerRecord>;

/** One move in the history of a registration. */
export const VolunteerMove = z.object({
  move: z.enum(moveNames),
  from: VolunteerState,
  to: VolunteerState,
  at: Instant,
  reason: z.string().optional(),
});
export type VolunteerMove = z.infer<typeof VolunteerMove>;

/** Asks for a number in full; the reason is kept in the audit, and the person may read it. */
export const Unmasking = z.object({ reason: z.string().trim().min(4).max(200) });
export type Unmasking = z.infer<typeof Unmasking>;

export const UnmaskedMobile = z.object({ mobile: z.string() });
