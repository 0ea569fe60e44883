import { Id } from '@kaifong/shared/kernel/ids.ts';
import { day, epochSeconds, Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { AwayDays, WeeklyTimes } from '@kaifong/shared/people/registration/details.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of registering, in the people table
 *
 *   the registration that an account is filling in   ACCOUNT#<id>     DRAFT
 *   a guardian's consent for the account of a child  ACCOUNT#<id>     GUARDIAN
 *   what a volunteer may change herself              VOLUNTEER#<id>   DETAILS
 *
 * The details are an item of their own: nobody who signs up, checks in or appears in a list needs them, and what she changes
 * does not move the volunteer, whose item stands in seven indexes.
 */

/** How long an unfinished registration, and an unanswered question to a guardian, are kept after they were last touched. */
export const draftLife = 30 * day;

/** What somebody has filled in so far, under one seal. One per account; `version` counts how often it was kept. */
export const DraftItem = itemType({
  entity: 'registrationDraft',
  schema: z.object({
    accountId: Id('account'),
    sealed: z.string(),
    version: z.int(),
    savedAt: Instant,
    expiresAt: Instant,
  }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `ACCOUNT#${accountId}`, sk: 'DRAFT' }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});
export type DraftItem = z.output<typeof DraftItem.schema>;

/**
 * A guardian who is asked to consent, and what they consented to. Names and number lie under one seal. A consent that was given
 * stays as long as the registration; a question that nobody answered goes.
 */
export const GuardianItem = itemType({
  entity: 'guardianConsent',
  schema: z.object({
    accountId: Id('account'),
    sealed: z.string(),
    isUnder14: z.boolean(),
    askedAt: Instant,
    given: z.object({ at: Instant, version: z.string(), dataVersion: z.string().optional() }).optional(),
  }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `ACCOUNT#${accountId}`, sk: 'GUARDIAN' }),
});
export type GuardianItem = z.output<typeof GuardianItem.schema>;

/** When a volunteer has time, whom to call in an emergency, and how she is insured. */
export const DetailsItem = itemType({
  entity: 'volunteerDetails',
  schema: z.object({
    volunteerId: Id('volunteer'),
    weekly: WeeklyTimes,
    away: z.array(AwayDays),
    contactSealed: z.string().optional(),
    insurance: z
      .object({ insurer: z.string(), policySealed: z.string(), from: z.iso.date(), until: z.iso.date() })
      .optional(),
    version: z.int(),
  }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `VOLUNTEER#${volunteerId}`, sk: 'DETAILS' }),
});
export type DetailsItem = z.output<typeof DetailsItem.schema>;

export function expiryOf(savedAt: Instant): Instant {
  return shiftBy(savedAt, draftLife);
}
