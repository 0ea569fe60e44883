import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { mergeStates } from '../merging/merging.ts';
import { consentKinds } from '../registration/consents.ts';
import { OwnDetails } from '../registration/own-details.ts';
import { Consent, OwnVolunteer, registrars, VolunteerMove } from '../schema.ts';
import { OwnMembership } from '../teams/team-membership.ts';

/** A wish to close the account that has not been carried out yet. */
export const Closure = z.object({ askedAt: Instant, closesOn: Day });
export type Closure = z.infer<typeof Closure>;

/** What a person may decide about: her consents, as they are now, and whether her account is to be closed. */
export const OwnRights = z.object({
  consents: z.array(Consent),
  closure: Closure.optional(),
  /** Whether the document's number is still kept; there is none of one who never registered. */
  documentKept: z.boolean().optional(),
});
export type OwnRights = z.infer<typeof OwnRights>;

export const ConsentChange = z.object({
  kind: z.enum(consentKinds, { error: 'field.choice' }),
  given: z.boolean({ error: 'field.choice' }),
});
export type ConsentChange = z.infer<typeof ConsentChange>;

/** What can be wrong in a registration that a person cannot put right by herself. */
export const correctable = [
  'name',
  'document',
  'birthDate',
  'community',
  'mobile',
  'guardian',
  'records',
  'other',
] as const;
export type Correctable = (typeof correctable)[number];

/** A request to put something right (个人信息保护法 art. 46). */
export const NewCorrection = z.object({
  about: z.enum(correctable, { error: 'field.choice' }),
  text: z.string().trim().min(4).max(500),
});
export type NewCorrection = z.infer<typeof NewCorrection>;

export const CorrectionAnswer = z.object({
  outcome: z.enum(['done', 'declined'], { error: 'field.choice' }),
  answer: z.string().trim().min(2).max(300),
});
export type CorrectionAnswer = z.infer<typeof CorrectionAnswer>;

export const Correction = z.object({
  id: Id('correction'),
  about: z.enum(correctable),
  text: z.string(),
  askedAt: Instant,
  /** By the end of this day an answer is due. */
  dueOn: Day,
  state: z.enum(['open', 'done', 'declined']),
  answer: z.string().optional(),
  answeredAt: Instant.optional(),
});
export type Correction = z.infer<typeof Correction>;

/** A request as the coordinator sees it who answers it. */
export const CorrectionToAnswer = Correction.extend({ volunteerId: Id('volunteer'), name: z.string() });
export type CorrectionToAnswer = z.infer<typeof CorrectionToAnswer>;

export const CorrectionsQuery = PageQuery.extend({ place: Scope });
export const CorrectionParams = z.object({ volunteerId: Id('volunteer'), correctionId: Id('correction') });

/** A record that went into another one: straight into that of the person who asks, or into one that went before. */
export const MergedRecord = z.object({
  mergeId: Id('merge'),
  volunteerId: Id('volunteer'),
  number: z.string(),
  into: Id('volunteer'),
  begunAt: Instant,
  state: z.enum(mergeStates),
});
export type MergedRecord = z.infer<typeof MergedRecord>;

/** What lies under one record, whole and under no mask, for the person whose it is. */
export const RecordData = z.object({
  volunteer: OwnVolunteer.omit({ document: true, guardian: true, next: true })
    .extend({
      document: z.object({ kind: z.string(), number: z.string() }).optional(),
      birthDate: Day.optional(),
      guardian: z.object({ name: z.string(), mobile: z.string() }).optional(),
      registeredBy: z.enum(registrars),
    })
    .optional(),
  details: OwnDetails.omit({ version: true }).optional(),
  moves: z.array(VolunteerMove),
  consentChanges: z.array(Consent),
  corrections: z.array(Correction),
  /** Numbers that were given up, under their masks: no more of them is kept. */
  formerMobiles: z.array(z.object({ at: Instant, mobile: z.string() })),
});
export type RecordData = z.infer<typeof RecordData>;

/** The part of a copy of one's own data that lies with the registration. What lies under merged records is read record by record. */
export const OwnPeopleData = RecordData.extend({
  memberships: z.array(OwnMembership),
  merges: z.array(MergedRecord),
  closure: Closure.optional(),
});
export type OwnPeopleData = z.infer<typeof OwnPeopleData>;
