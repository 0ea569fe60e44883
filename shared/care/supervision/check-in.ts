import * as z from 'zod';
import { day, Instant, shiftBy } from '../../kernel/time.ts';
import { instruments, scoreWho5 } from '../instruments/instruments.ts';

/** How often a counsellor is asked how she is herself (house). */
export const checkInEveryDays = 28;

export const loads = ['light', 'right', 'heavy', 'tooMuch'] as const;

const { items, highestAnswer } = instruments.who5;

/** How a counsellor is herself: the five items of WHO-5, how the load is, and what she wants to add. For her supervisor only. */
export const CheckIn = z.strictObject({
  who5: z
    .array(
      z.int({ error: 'field.choice' }).min(0, { error: 'field.choice' }).max(highestAnswer, { error: 'field.choice' }),
    )
    .length(items),
  load: z.enum(loads, { error: 'field.choice' }),
  words: z.string().trim().min(1).max(1_000).optional(),
});
export type CheckIn = z.output<typeof CheckIn>;

/** Nothing of what was said, because answers to commands are kept. */
export const CheckInKept = z.object({ isKept: z.literal(true) });

/** A check-in as the counsellor and her supervisor see it; one that was skipped says that alone. */
export const CheckInView = z.object({
  at: Instant,
  isSkipped: z.boolean(),
  /** 0 to 100, the raw sum times four; the higher the better. */
  wellbeing: z.int().optional(),
  load: z.enum(loads).optional(),
  words: z.string().optional(),
  /** Whether the supervisor is asked to get in touch. */
  isLow: z.boolean(),
});
export type CheckInView = z.infer<typeof CheckInView>;

export const OwnCheckIns = z.object({
  isDue: z.boolean(),
  items: z.array(CheckInView),
  cursor: z.string().optional(),
});

/** Whether she is asked again; skipping counts as having been asked. */
export function isCheckInDue(lastAt: Instant | undefined, now: Instant): boolean {
  return lastAt === undefined || shiftBy(lastAt, checkInEveryDays * day) <= now;
}

/** What a check-in comes to. It is no screening of anybody's illness: below 50, or a load that is too much, somebody gets in touch. */
export function checkInResult({ who5, load }: CheckIn): Readonly<{ wellbeing: number; isLow: boolean }> {
  const { total } = scoreWho5(who5);
  return { wellbeing: total, isLow: total < 50 || load === 'tooMuch' };
}
