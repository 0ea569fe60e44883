import * as z from 'zod';
import { metresBetween, type Point } from '../kernel/coordinates.ts';
import { wgs84From } from '../kernel/gcj02.ts';
import { attendanceSettings } from './settings.ts';

/**
 * Where a phone says it is, in degrees of the system that it names, and how far off it may be, in metres. With a code it is judged and
 * then forgotten.
 */
export const Fix = z.object({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  accuracyMetres: z.number().min(0).max(1_000_000),
  /** WGS-84, which browsers give, when not said; WeChat and Chinese maps give GCJ-02. */
  system: z.enum(['wgs84', 'gcj02']).optional(),
});
export type Fix = z.infer<typeof Fix>;

/** `near` and `far` say where the phone was; `vague` says nothing, for the phone did not know. */
export type FixVerdict = 'near' | 'far' | 'vague';

/** What a fix says of the place of a shift. Patrols walk, so only what lies well away is `far`, and only when the phone is sure. */
export function judgeFix(fix: Fix, place: Point): { verdict: FixVerdict; metres: number } {
  const { vagueFromMetres, farFromMetres } = attendanceSettings.fix;
  const metres = metresFrom(fix, place);
  if (fix.accuracyMetres > vagueFromMetres) return { verdict: 'vague', metres };
  return { verdict: metres - fix.accuracyMetres > farFromMetres ? 'far' : 'near', metres };
}

/** How far a fix lies from a place, in metres. */
export function metresFrom({ system, longitude, latitude }: Fix, place: Point): number {
  const point = { longitude, latitude };
  return Math.round(metresBetween(system === 'gcj02' ? wgs84From(point) : point, place));
}
