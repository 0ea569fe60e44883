import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import type { TimeRange } from '../scheduling/weeks.ts';
import { selfServiceTimes } from './rules.ts';

/** A tablet by the door of one shift. `path` is what it opens, as long as nobody has it, nobody else has. */
export const Kiosk = z.object({
  kioskId: Id('kiosk'),
  path: z.string(),
  openedAt: Instant,
  endsAt: Instant,
  closedAt: Instant.optional(),
  /** How many codes were entered that were of nobody. */
  wrong: z.int(),
});
export type Kiosk = z.infer<typeof Kiosk>;

export const KioskList = z.object({ items: z.array(Kiosk) });

export const KioskParams = z.object({ shiftId: Id('shift'), kioskId: Id('kiosk') });

/** The secret part of the tablet's address: shift, kiosk and a mark that only we can reckon. */
export const KioskKey = z.object({ kioskKey: z.string().regex(/^[0-9A-Z]{20}\.[0-9A-Z]{20}\.[\w-]{43}$/) });

/** What stands on the tablet when nobody is before it. */
export const KioskView = z.object({ title: z.string(), startsAt: Instant, endsAt: Instant, opensAt: Instant });
export type KioskView = z.infer<typeof KioskView>;

/** The code on a volunteer's phone, scanned or typed; with her number, it has to be hers. */
export const KioskEntry = z.object({
  code: z.string().trim().min(1).max(300),
  number: z
    .string()
    .trim()
    .toUpperCase()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^LW\d{8}$/, { error: 'team.number' }))
    .optional(),
  what: z.enum(['in', 'out']),
});
export type KioskEntry = z.infer<typeof KioskEntry>;

/** What the tablet answers: to whoever stands before it, and to nobody behind her. */
export const KioskSeen = z.object({ maskedName: z.string(), state: z.enum(['here', 'left']), at: Instant });
export type KioskSeen = z.infer<typeof KioskSeen>;

/** A kiosk ends with the last check-out of its shift. */
export function kioskEndsAt(shift: TimeRange): Instant {
  return selfServiceTimes(shift).out.endsAt;
}

/** So many codes of nobody close a kiosk: somebody is guessing. */
export const mostWrongAtKiosk = 100;

export const kioskPath = (key: string): string => `/kiosk/${key}`;
