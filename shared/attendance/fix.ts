import * as z from 'zod';
import { metresBetween, type Point } from '../kernel/coordinates.ts';
import { attendanceSettings } from './settings.ts';

/** Where a phone says it is: WGS-84 degrees, and how far off it may be, in metres. It is judged and then forgotten. */
export const Fix = z.object({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  accuracyMetres: z.number().min(0).max(1_000_000),
});
export type Fix = z.infer<typeof Fix>;

/** `near` and `far` say where the phone was; `vague` says nothing, for the phone did not know. */
export type FixVerdict = 'near' | 'far' | 'vague';

/** What a fix says of the place of a shift. Patrols walk, so only what lies well away is `far`, and only when the phone is sure. */
export function judgeFix(fix: Fix, place: Point): { verdict: FixVerdict; metres: number } {
  const { vagueFromMetres, farFromMetres } = attendanceSettings.fix;
  const metres = Math.round(metresBetween(fix, place));
  if (fix.accuracyMetres > vagueFromMetres) return { verdict: 'vague', metres };
  return { verdict: metres - fix.accuracyMetres > farFromMetres ? 'far' : 'near', metres };
}
