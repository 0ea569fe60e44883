import { metresBetween, type Point } from '../../kernel/coordinates.ts';
import { wgs84From } from '../../kernel/gcj02.ts';
import { type Instant, minute } from '../../kernel/time.ts';
import type { Fix } from '../fix.ts';
import { attendanceSettings } from '../settings.ts';

/** What is known of the way so far. Metres are those between fixes that the phone was sure of; what it was not sure of is counted, not walked. */
export type Track = Readonly<{
  metres: number;
  /** Fixes that moved the patrol on, too vague ones, and ones that nobody walks or rides to in the time. */
  legs: number;
  vague: number;
  jumps: number;
  /** The last place that was sure, in WGS-84. */
  anchor?: (Point & Readonly<{ at: Instant }>) | undefined;
  /** The last sign of life, vague or not. */
  lastAt?: Instant | undefined;
}>;

export const emptyTrack: Track = { metres: 0, legs: 0, vague: 0, jumps: 0 };

export type TrackStep = Readonly<{ track: Track; kind: 'begun' | 'moved' | 'still' | 'vague' | 'jump' | 'old' }>;

/**
 * The track after one more fix. A fix that lies within what the phone may be off is standing still, so that a phone on a table walks
 * nowhere however long it lies there; one too far away for its time is a jump and leaves the patrol where it was.
 */
export function trackAfter(track: Track, { at, fix }: Readonly<{ at: Instant; fix: Fix }>): TrackStep {
  if (track.lastAt !== undefined && at <= track.lastAt) return { track, kind: 'old' };
  const { vagueFromMetres, stillMetres, mostMetresAMinute } = attendanceSettings.patrol;
  const seen = { ...track, lastAt: at };
  if (fix.accuracyMetres > vagueFromMetres) return { track: { ...seen, vague: track.vague + 1 }, kind: 'vague' };
  const { longitude, latitude } = fix.system === 'gcj02' ? wgs84From(fix) : fix;
  const anchor = { at, longitude, latitude };
  if (!track.anchor) return { track: { ...seen, anchor }, kind: 'begun' };
  const metres = metresBetween(track.anchor, anchor);
  if (metres < Math.max(stillMetres, fix.accuracyMetres)) return { track: seen, kind: 'still' };
  const minutes = (Date.parse(at) - Date.parse(track.anchor.at)) / minute;
  if (metres > mostMetresAMinute * minutes) return { track: { ...seen, jumps: track.jumps + 1 }, kind: 'jump' };
  return { track: { ...seen, anchor, metres: track.metres + metres, legs: track.legs + 1 }, kind: 'moved' };
}

export type PatrolVerdict = 'counted' | 'tooShort' | 'tooLittleGround';

/** Whether a patrol counts as one: it lasted **and** covered ground (practice). Minutes whole, metres as walked. */
export function decidePatrol({ minutes, metres }: Readonly<{ minutes: number; metres: number }>): PatrolVerdict {
  const { leastMinutes, leastMetres } = attendanceSettings.patrol;
  if (minutes < leastMinutes) return 'tooShort';
  return metres < leastMetres ? 'tooLittleGround' : 'counted';
}
