import * as z from 'zod';
import { Insurance } from './registration/details.ts';

/** The policy that a coordinator enters in the place of any before. */
export const InsuranceChange = z.object({ insurance: Insurance });
export type InsuranceChange = z.output<typeof InsuranceChange>;

/** What a coordinator sees of an insurance, the policy's number under a mask. */
export const InsuranceOnRecord = z.object({
  /** Whether it covers today. */
  isInForce: z.boolean(),
  insurance: z
    .object({ insurer: z.string(), policyNumber: z.string(), from: z.string(), until: z.string() })
    .optional(),
});
export type InsuranceOnRecord = z.infer<typeof InsuranceOnRecord>;
