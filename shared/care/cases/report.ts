import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';

/**
 * Signs that a minor is being harmed, each of which has to be reported at once (未成年人保护法 art. 11, 侵害未成年人案件强制报告制度 art. 4). A
 * report asks no consent, and nobody who asked for support for the minor learns of it from us.
 */
export const reportSigns = ['injury', 'sexual', 'neglect', 'bullying', 'exploited', 'other'] as const;
export const ReportSign = z.enum(reportSigns, { error: 'field.choice' });
export type ReportSign = z.infer<typeof ReportSign>;

export const Report = z.strictObject({
  signs: z.array(ReportSign).min(1).max(reportSigns.length),
  text: z.string().trim().min(1).max(1_000).optional(),
});
export type Report = z.output<typeof Report>;

/** Who took the report, and the number under which it is known there: what ends it for us. */
const Receipt = z.object({
  takenBy: z.string().trim().min(1).max(60),
  number: z.string().trim().min(1).max(60),
});

/** The receipt of the report that was opened `at`. */
export const ReportReceipt = z.strictObject({ at: Instant, ...Receipt.shape });
export type ReportReceipt = z.output<typeof ReportReceipt>;

export const ReportStanding = z.object({ caseId: Id('supportCase'), open: z.boolean() });

/** A report as the two people of a case see it. */
export const ReportView = z.object({
  at: Instant,
  open: z.boolean(),
  ...Report.shape,
  receipt: Receipt.extend({ at: Instant }).optional(),
});
export type ReportView = z.infer<typeof ReportView>;

/** A report that still needs its receipt, in a list of one's own. */
export const ReportEntry = z.object({ caseId: Id('supportCase'), alias: z.string(), at: Instant });
export type ReportEntry = z.infer<typeof ReportEntry>;
