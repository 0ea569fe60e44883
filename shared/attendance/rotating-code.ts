import { type Instant, toInstant } from '../kernel/time.ts';

/**
 * The code on the team leader's screen changes every 30 seconds, so that a photograph of it is worth nothing to one who
 * stays away. It proves that a person stands in front of the screen: the server makes its tag from a secret of the
 * shift and the step of time (HMAC-SHA-256 over `tagMessage`), and takes the tag of this step and of the one before.
 */
const stepSeconds = 30;

/** The number of the step of time that an instant lies in. */
export function stepAt(now: Instant): number {
  return Math.floor(Date.parse(now) / 1000 / stepSeconds);
}

/** The steps whose code is taken: the current one, and the one before for a hand that is slow. */
export function acceptableSteps(now: Instant): readonly [current: number, previous: number] {
  const step = stepAt(now);
  return [step, step - 1];
}

/** When the screen began to show the code of a step. */
export function stepBeginsAt(step: number): Instant {
  return toInstant(step * stepSeconds * 1000);
}

/** When the screen shows the next code. */
export function stepEndsAt(step: number): Instant {
  return stepBeginsAt(step + 1);
}

/** What the tag is computed over. */
export function tagMessage(shiftId: string, step: number): string {
  return `kaifong-check-in|${shiftId}|${step}`;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const tagLength = 8;

/**
 * The first 40 bits of a digest as 8 signs of Crockford's base 32, short enough to be typed by one whose camera fails.
 */
export function tagFrom(digest: Uint8Array): string {
  if (digest.length < 5) throw new RangeError('a tag needs 5 bytes');
  const bits = digest.subarray(0, 5).reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  return Array.from({ length: tagLength }, (_, place) => {
    const shift = BigInt(5 * (tagLength - 1 - place));
    return alphabet.charAt(Number((bits >> shift) & 31n));
  }).join('');
}

/** The page that the QR code opens, on the site it was made by: an ordinary camera is enough to check in. */
export function checkInPath(code: { shiftId: string; tag: string }): string {
  return `/check-in/${code.shiftId}?code=${code.tag}`;
}

/** The tag as it stands below the QR code, to be read aloud: `K7QM-2XPD`. */
export function spokenTag(tag: string): string {
  return `${tag.slice(0, 4)}-${tag.slice(4)}`;
}

export type CodeReading = { ok: true; tag: string } | { ok: false; reason: 'wrongForm' | 'otherShift' };

/**
 * Reads what a volunteer scanned (the address of `checkInPath`), or typed from below the QR code (`K7QM-2XPD`; case, spaces and
 * dashes do not matter, nor O for 0 and I or L for 1), as the code of `shiftId`.
 */
export function readCode(text: string, shiftId: string): CodeReading {
  const [, scannedShift, scannedTag] = /\/check-in\/([A-Za-z0-9_]+)\?code=([0-9A-Z]{8})$/.exec(text.trim()) ?? [];
  if (scannedShift !== undefined && scannedShift !== shiftId) return { ok: false, reason: 'otherShift' };
  const tag = (scannedTag ?? text).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const isTag = tag.length === tagLength && [...tag].every((sign) => alphabet.includes(sign));
  return isTag ? { ok: true, tag } : { ok: false, reason: 'wrongForm' };
}
