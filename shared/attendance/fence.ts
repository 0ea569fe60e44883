import * as z from 'zod';
import type { Point } from '../kernel/coordinates.ts';
import { wgs84From } from '../kernel/gcj02.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { Fix, metresFrom } from './fix.ts';
import { attendanceSettings } from './settings.ts';

/** Somebody comes or goes by where her phone is. `tappedAt` is by the phone's clock, for what waited for a network. */
export const FenceEntry = z.object({ what: z.enum(['in', 'out']), fix: Fix, tappedAt: Instant.optional() });
export type FenceEntry = z.infer<typeof FenceEntry>;

/** Where a phone was when its owner came or went, as it is kept: to a hundred metres, in WGS-84. */
export const OwnPosition = z.object({
  shiftId: Id('shift'),
  what: z.enum(['in', 'out']),
  at: Instant,
  longitude: z.number(),
  latitude: z.number(),
  accuracyMetres: z.int(),
  /** From the meeting place. */
  metres: z.int(),
});
export type OwnPosition = z.infer<typeof OwnPosition>;

export type FenceDecision =
  | Readonly<{ kind: 'inside'; metres: number }>
  | Readonly<{ kind: 'outside'; metres: number }>
  /** The phone is not sure enough to say either. */
  | Readonly<{ kind: 'vague'; accuracyMetres: number }>;

/** Whether a phone is within `fenceMetres` of a place, as far as it may be off: who may be inside is. */
export function decideFence(fix: Fix, place: Point & Readonly<{ fenceMetres: number }>): FenceDecision {
  const accuracyMetres = Math.round(fix.accuracyMetres);
  if (accuracyMetres > attendanceSettings.fix.vagueFromMetres) return { kind: 'vague', accuracyMetres };
  const metres = metresFrom(fix, place);
  return { kind: metres - accuracyMetres > place.fenceMetres ? 'outside' : 'inside', metres };
}

/** Where a fix was to about a hundred metres, in WGS-84: all that is kept of it. */
export function coarse({ system, longitude, latitude }: Fix): Point {
  const point = system === 'gcj02' ? wgs84From({ longitude, latitude }) : { longitude, latitude };
  return {
    longitude: Math.round(point.longitude * 1_000) / 1_000,
    latitude: Math.round(point.latitude * 1_000) / 1_000,
  };
}
