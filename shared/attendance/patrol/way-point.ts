import * as z from 'zod';
import { metresBetween, type Point } from '../../kernel/coordinates.ts';
import { Id, idPrefixes } from '../../kernel/ids.ts';
import { Instant, minute } from '../../kernel/time.ts';
import { kindOf, Scope } from '../../organisation/scope.ts';
import { attendanceSettings } from '../settings.ts';
import type { Track } from './track.ts';

const TeamScope = Scope.refine((scope) => kindOf(scope) === 'team', { error: 'field.choice' });

const place = {
  name: z.string().trim().min(1).max(40),
  longitude: z.number().min(-180).max(180).optional(),
  latitude: z.number().min(-90).max(90).optional(),
};
type Placed = Readonly<{ longitude?: number | undefined; latitude?: number | undefined }>;

const isWhole = ({ longitude, latitude }: Placed) => (longitude === undefined) === (latitude === undefined);
const halfFault = { error: 'field.required', path: ['latitude'] };

/** What a leader says of a way-point: its name, and where it is, in degrees of WGS-84. Without a position only its printed code counts. */
export const WayPointPlace = z.object(place).refine(isWhole, halfFault);

/** A place that patrols of a team pass. */
export const NewWayPoint = z.object({ team: TeamScope, ...place }).refine(isWhole, halfFault);
export type NewWayPoint = z.infer<typeof NewWayPoint>;

/** A way-point as its leaders see it; `code` is what its sheet shows. */
export const WayPoint = z.object({
  ...{ team: TeamScope, ...place },
  wayPointId: Id('wayPoint'),
  code: z.string(),
  addedAt: Instant,
  revokedAt: Instant.optional(),
});
export type WayPoint = z.infer<typeof WayPoint>;

export const WayPointsOf = z.object({ team: TeamScope });
export const WayPointParams = z.object({ wayPointId: Id('wayPoint') });

/** A code that was scanned or typed, and when, by the clock of the phone; `sentAt` is what that clock says now. */
export const Sighting = z.object({ code: z.string().trim().min(1).max(300), seenAt: Instant, sentAt: Instant });
export type Sighting = z.infer<typeof Sighting>;

/** That a patrol passed a way-point, the first time: by its code, or because the phone was there. */
export const Passing = z.object({
  wayPointId: Id('wayPoint'),
  name: z.string(),
  at: Instant,
  way: z.enum(['code', 'fix']),
  /** When it came in, if the phone brought it later. */
  receivedAt: Instant.optional(),
  /** How far from the way-point the phone was last sure to be; not there when either position is not known. */
  metres: z.int().optional(),
});
export type Passing = z.infer<typeof Passing>;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const markLength = 12;

/** The secret part of a way-point's code: 60 bits of a keyed digest of its id. */
export function markFrom(digest: Uint8Array): string {
  if (digest.length < markLength) throw new RangeError(`a mark needs ${markLength} bytes`);
  return Array.from(digest.subarray(0, markLength), (byte) => alphabet[byte % 32]).join('');
}

/** The mark as it stands below the QR code: `K7QM-2XPD-9RTA`. */
export function spokenMark(mark: string): string {
  return mark.replace(/(.{4})(?=.)/g, '$1-');
}

/** The page that the QR code opens: an ordinary camera is enough. */
export function wayPointPath({ wayPointId, code }: Readonly<{ wayPointId: string; code: string }>): string {
  return `${wayPointPage}?code=${wayPointId.slice(-20)}.${code}`;
}
export const wayPointPage = '/leader/way-point';

/** Reads what was scanned (the address of `wayPointPath`, or its code) or typed (the mark; case, spaces and dashes do not matter). */
export function readWayPointCode(text: string): { wayPointId?: string; mark: string } | undefined {
  const code = text.trim().split('?code=').at(-1) ?? '';
  const [, id, scanned] = /^([0-9A-HJKMNP-TV-Z]{20})\.([0-9A-HJKMNP-TV-Z]{12})$/.exec(code) ?? [];
  if (id && scanned) return { wayPointId: `${idPrefixes.wayPoint}_${id}`, mark: scanned };
  const mark = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return mark.length === markLength && [...mark].every((sign) => alphabet.includes(sign)) ? { mark } : undefined;
}

/** How far a point is from a way-point, in whole metres; undefined when nobody wrote down where it is. */
export function metresFromWayPoint({ longitude, latitude }: Placed, point: Point): number | undefined {
  if (longitude === undefined || latitude === undefined) return undefined;
  return Math.round(metresBetween({ longitude, latitude }, point));
}

/** How far the phone was from a way-point when it read its code, as far as it was sure of its place about then. */
export function metresBeside(wayPoint: Placed, { anchor }: Pick<Track, 'anchor'>, at: Instant): number | undefined {
  const { besideMinutes } = attendanceSettings.patrol;
  if (!anchor || Math.abs(Date.parse(at) - Date.parse(anchor.at)) > besideMinutes * minute) return undefined;
  return metresFromWayPoint(wayPoint, anchor);
}

/** Whether a phone that is sure to be at a point has passed a way-point. */
export function isPassedAt(wayPoint: Placed, point: Point): boolean {
  const metres = metresFromWayPoint(wayPoint, point);
  return metres !== undefined && metres <= attendanceSettings.patrol.passedMetres;
}
