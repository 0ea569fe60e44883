import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';

export const endReasons = ['left', 'credentialLost', 'unsuitable', 'other'] as const;

/** Why somebody counsels no more. It holds at once, and her open cases go back to be given to others. */
export const CounsellorEnd = z.strictObject({
  /** Of the profile as it was seen. */
  version: z.int(),
  reason: z.enum(endReasons, { error: 'field.choice' }),
  text: z.string().trim().min(1).max(500).optional(),
  /** Said by whoever ends it: that the cases go to others now. */
  casesGoOn: z.literal(true, { error: 'field.required' }),
});
export type CounsellorEnd = z.output<typeof CounsellorEnd>;

/** How many cases are handed over with it. */
export const CounsellorEnded = z.object({ counsellorId: Id('counsellor'), cases: z.int() });
