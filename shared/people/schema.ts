import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { consentKinds, NeededConsent } from './consents.ts';
import { documentKinds } from './document.ts';
import { SpokenLanguage } from './languages.ts';
import { Skill } from './skills.ts';
import { volunteerStates } from './volunteer-state.ts';

/** A name as documents carry it: letters of any script, with the dots of Chinese names of other peoples. */
export const PersonName = z
  .string({ error: 'name.invalid' })
  .trim()
  .max(60)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}\s·•．.'’-]*$/u, { error: 'name.invalid' });

export const CommunityScope = z
  .string({ error: 'place.unknown' })
  .regex(/^\d{6}\/\d{3}\/\d{3}$/, { error: 'place.unknown' });

export const VolunteerNumber = z.string().regex(/^LW\d{8}$/, { error: 'field.id' });

export const DocumentKind = z.enum(documentKinds, { error: 'field.choice' });
export const VolunteerState = z.enum(volunteerStates, { error: 'field.choice' });

const listOf = <Choice extends z.ZodType>(choice: Choice) =>
  z
    .array(choice)
    .max(30)
    .transform((choices) => [...new Set(choices)]);

export const Skills = listOf(Skill);
export const SpokenLanguages = listOf(SpokenLanguage);

/** Who answers for somebody under 18. `dataConsent` is needed under 14. */
export const Guardian = z.object({
  name: PersonName,
  mobile: z.string({ error: 'mobile.invalid' }).trim().min(8, { error: 'mobile.invalid' }).max(24),
  consent: NeededConsent,
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
 * A consent as it was given or refused. On `paper` means that the organisation which sent the list keeps the signed
 * form.
 */
export const Consent = z.object({
  kind: z.enum(consentKinds),
  version: z.string(),
  given: z.boolean(),
  at: Instant,
  on: z.enum(['screen', 'paper']),
});
export type Consent = z.infer<typeof Consent>;

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
  next: z.enum(['waitForApproval', 'findShift', 'contactCommunity']),
  declineReason: z.string().optional(),
  consents: z.array(Consent),
  guardian: z.object({ name: z.string(), mobile: z.string() }).optional(),
  registeredAt: Instant,
  decidedAt: Instant.optional(),
});
export type OwnVolunteer = z.infer<typeof OwnVolunteer>;

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
  registeredBy: z.enum(['self', 'import']),
  registeredAt: Instant,
});
export type VolunteerSummary = z.infer<typeof VolunteerSummary>;

export const WaitingQuery = PageQuery.extend({ place: Scope });

/** An application that waits for an answer, which is due by the end of the day `dueOn`. */
export const WaitingApplication = VolunteerSummary.pick({
  id: true,
  name: true,
  community: true,
  isMinor: true,
  registeredAt: true,
}).extend({ dueOn: Day });
export type WaitingApplication = z.infer<typeof WaitingApplication>;

export const VolunteerParams = z.object({ volunteerId: Id('volunteer') });

/** A coordinator's decision; declining needs a reason, which the applicant reads. */
export const Decision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('decline'), reason: z.string().trim().min(2).max(300) }),
]);
export type Decision = z.infer<typeof Decision>;

export const Decided = z.object({ id: Id('volunteer'), state: VolunteerState });
