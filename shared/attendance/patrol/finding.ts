import * as z from 'zod';
import type { PatrolVerdict } from './track.ts';

/** Why no patrol that somebody went on at a shift counts: what is short of the longest of them. Minutes and metres are whole. */
export const PatrolFinding = z.object({
  verdict: z.enum(['tooShort', 'tooLittleGround']),
  minutes: z.int(),
  metres: z.int(),
});
export type PatrolFinding = z.infer<typeof PatrolFinding>;

type Ended = Readonly<{ verdict: PatrolVerdict; minutes: number; metres: number }>;

/** What speaks against the patrols of somebody that are over; nothing when one of them counts, or there is none. */
export function findingOf(patrols: readonly Ended[]): PatrolFinding | undefined {
  if (patrols.some(({ verdict }) => verdict === 'counted')) return undefined;
  const [longest] = [...patrols].sort((one, other) => other.minutes - one.minutes || other.metres - one.metres);
  if (!longest || longest.verdict === 'counted') return undefined;
  const { verdict, minutes, metres } = longest;
  return { verdict, minutes, metres };
}
