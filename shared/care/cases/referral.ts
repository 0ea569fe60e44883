import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, day, dayOf, Instant, shiftBy } from '../../kernel/time.ts';

/** Whom a person is handed on to. */
export const referralTargets = ['hospital', 'hotline', 'other'] as const;
/** Why a referral may be made: she agreed, or her life is in danger (个人信息保护法 art. 13 (4)). */
export const referralConsents = ['given', 'lifeInDanger'] as const;
/** How it is known that she arrived. */
export const referralProofs = ['theyTold', 'sheTold', 'inWriting', 'cameAlong'] as const;

/** A referral to others who take care of her. It stays open until it is known that she is with them, or that she does not go. */
export const Referral = z.strictObject({
  to: z.enum(referralTargets, { error: 'field.choice' }),
  /** Which hospital, hotline or service. */
  name: z.string().trim().min(2).max(60),
  reason: z.string().trim().min(5).max(500),
  consent: z.enum(referralConsents, { error: 'consent.needed' }),
  /** Said again, after a warning that the words name an illness. */
  asMeant: z.boolean().default(false),
});
export type Referral = z.output<typeof Referral>;

/** What became of it. One who did not arrive is referred again, under the same referral. */
export const ReferralAnswer = z.discriminatedUnion(
  'outcome',
  [
    z.strictObject({
      outcome: z.literal('received'),
      receivedBy: z.string().trim().min(2).max(60),
      receivedOn: Day,
      knownBy: z.enum(referralProofs, { error: 'field.choice' }),
    }),
    z.strictObject({ outcome: z.literal('didNotArrive') }),
    z.strictObject({ outcome: z.literal('declined') }),
  ],
  { error: 'field.choice' },
);
export type ReferralAnswer = z.output<typeof ReferralAnswer>;

export const ReferralRef = z.object({ caseId: Id('supportCase'), referralId: Id('referral') });
export const ReferralStanding = z.object({ referralId: Id('referral'), open: z.boolean() });

/** A referral as the two people of a case see it. */
export const ReferralView = z.object({
  referralId: Id('referral'),
  at: Instant,
  open: z.boolean(),
  /** Until when to ask whether she arrived. */
  dueAt: Instant,
  ...Referral.omit({ asMeant: true }).shape,
  /** In order of time. */
  answers: z.array(z.object({ at: Instant, answer: ReferralAnswer })),
});
export type ReferralView = z.infer<typeof ReferralView>;

/** A referral that nobody has confirmed yet, in a list of one's own. */
export const ReferralEntry = z.object({
  referralId: Id('referral'),
  caseId: Id('supportCase'),
  alias: z.string(),
  dueAt: Instant,
});
export type ReferralEntry = z.infer<typeof ReferralEntry>;

/** When to ask whether she arrived: the next day when her life is in danger or she did not arrive before, else after three (house). */
export function referralDueAt(now: Instant, isUrgent: boolean): Instant {
  return shiftBy(now, (isUrgent ? 1 : 3) * day);
}

/** Whether somebody can have been received on this day: not before the referral, and not in days to come. */
export function canBeReceivedOn(receivedOn: Day, { openedAt, now }: Readonly<{ openedAt: Instant; now: Instant }>) {
  return receivedOn >= dayOf(openedAt) && receivedOn <= dayOf(now);
}

/** Whether it is known of a referral that she is with those whom she was referred to. */
export function isConfirmed({ answers }: Pick<ReferralView, 'answers'>): boolean {
  return answers.some(({ answer }) => answer.outcome === 'received');
}
