import * as z from 'zod';
import { Instant } from '../../kernel/time.ts';
import { NeededConsent } from './consents.ts';

/** What names a guardian's page: the child's account and a secret that nobody can guess. */
export const GuardianToken = z.string().regex(/^acc_[0-9A-HJKMNP-TV-Z]{20}\.[\w-]{22}$/, { error: 'field.id' });

export const GuardianParams = z.object({ token: GuardianToken });

/** Where a guardian's consent stands, as the child sees it; the token leads to the guardian's page. */
export const OwnGuardianConsent = z.object({
  token: GuardianToken,
  guardian: z.object({ name: z.string(), mobile: z.string() }),
  askedAt: Instant,
  givenAt: Instant.optional(),
});
export type OwnGuardianConsent = z.infer<typeof OwnGuardianConsent>;

/** What the guardian reads before consenting: enough to know whose child it is, and nothing that the child did not tell them. */
export const GuardianPage = z.object({
  childName: z.string(),
  guardianName: z.string(),
  mobile: z.string(),
  /** Under 14 the guardian also consents to the child's data (个人信息保护法 art. 31). */
  isUnder14: z.boolean(),
  givenAt: Instant.optional(),
});
export type GuardianPage = z.infer<typeof GuardianPage>;

/** A guardian's consent: the code that came to their own phone, and what they agree to. */
export const GuardianAnswer = z.object({
  code: z
    .string({ error: 'code.invalid' })
    .trim()
    .regex(/^\d{6}$/, { error: 'code.invalid' }),
  consent: NeededConsent,
  dataConsent: z.boolean().default(false),
});
export type GuardianAnswer = z.output<typeof GuardianAnswer>;

export const GuardianAnswered = z.object({ givenAt: Instant });
