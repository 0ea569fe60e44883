import * as z from 'zod';
import { CodeSent, SignIn } from '../../identity/schema.ts';
import { Id } from '../../kernel/ids.ts';
import { Mobile } from '../registration/details.ts';

const Code = SignIn.shape.code;

/** Which phone a code is to go to: the new one, or the one that the account has now. */
export const MobileCodeRequest = z.object({ mobile: Mobile, to: z.enum(['new', 'old'], { error: 'field.choice' }) });
export type MobileCodeRequest = z.output<typeof MobileCodeRequest>;

/** A change of the own number: a code that came to the new phone, and one that came to the old. */
export const MobileChange = z.object({ mobile: Mobile, code: Code, oldCode: Code });
export type MobileChange = z.output<typeof MobileChange>;

export const MobileChanged = z.object({ mobile: z.string() });
export const MobileCodeSent = CodeSent;

export const DeskCodeRequest = MobileCodeRequest.pick({ mobile: true });
export type DeskCodeRequest = z.output<typeof DeskCodeRequest>;

/** The same at a desk, for somebody whose old phone is gone: a coordinator has the person and the document before them. */
export const DeskMobileChange = z.object({
  mobile: Mobile,
  code: Code,
  /** The coordinator compared the document with the record and with the person. */
  documentSeen: z.literal(true, { error: 'documentSeen.needed' }),
  reason: z.string().trim().min(4).max(200),
});
export type DeskMobileChange = z.output<typeof DeskMobileChange>;

export const DeskMobileParams = z.object({ volunteerId: Id('volunteer') });
