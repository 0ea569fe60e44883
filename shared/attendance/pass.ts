import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { AttendanceStanding } from './schema.ts';

/** The code on a volunteer's phone, which changes every 30 seconds. `path` is what the QR code opens on the leader's phone. */
export const AttendancePass = z.object({
  code: z.string(),
  path: z.string(),
  validUntil: Instant,
  secondsLeft: z.int(),
});
export type AttendancePass = z.infer<typeof AttendancePass>;

/** What a leader scanned of a volunteer's phone, or typed. */
export const PassEntry = z.object({ code: z.string().trim().min(1).max(300), what: z.enum(['in', 'out']) });
export type PassEntry = z.infer<typeof PassEntry>;

/** Whose code it was, and where she stands now. */
export const PassSeen = AttendanceStanding.extend({ name: z.string() });
export type PassSeen = z.infer<typeof PassSeen>;

export const PassParams = z.object({ shiftId: Id('shift') });

/** What the tag of a pass is computed over. */
export const passMessage = (volunteerId: string, step: number): string => `kaifong-pass|${volunteerId}|${step}`;

/** The page that the QR code opens on the phone of the leader. */
export const passPath = (tag: string): string => `/leader/scan?code=${tag}`;

/** The tag in what was scanned or typed (case, spaces and dashes do not matter, nor O for 0 and I or L for 1), or `undefined`. */
export function readPass(text: string): string | undefined {
  const [, scanned] = /\/leader\/scan\?code=([0-9A-Z]{8})$/.exec(text.trim()) ?? [];
  const tag = (scanned ?? text).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(tag) ? tag : undefined;
}
