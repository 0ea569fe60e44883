import { type Day, day, dayOf, hour, type Instant, instantAt, shiftBy } from '../kernel/time.ts';

/** House rules of what a counsellor needs to take on cases. */
export const standingSettings = {
  /** After a crisis of one of her cases, before she is given another. */
  coolDown: 48 * hour,
  /** How many days before the last day of a certificate or a vetting the supervisors are told. */
  toldDaysBefore: [30, 7, 0],
  /** How often they are told again while somebody without a valid certificate still has cases. */
  againDays: 7,
  toldAt: '09:00',
} as const;

/** What holds for a time only: the last days of certificate and vetting, and until when supervision covers new cases. */
export type Papers = Readonly<{
  credentialUntil?: Day | undefined;
  vettedUntil?: Day | undefined;
  supervisedUntil?: Instant | undefined;
}>;

/** The first moment at which something whose last day is `until` no longer holds. */
export const overAt = (until: Day): Instant => shiftBy(instantAt(until, '00:00'), day);

/** When somebody is told next that a paper runs out, or has; nothing while there is none. */
export function nextTelling(
  { credentialUntil, vettedUntil, supervisedUntil }: Papers,
  now: Instant,
): Instant | undefined {
  const supervised = supervisedUntil && dayOf(supervisedUntil);
  const papers = [credentialUntil, vettedUntil, supervised].filter((until) => until !== undefined);
  return papers
    .map((until) => tellingOf(until, now))
    .toSorted()
    .at(0);
}

/** Whether a paper runs out within the time of telling, or has. */
export function runsOut(until: Day | undefined, now: Instant): boolean {
  const [first] = standingSettings.toldDaysBefore;
  return until !== undefined && until <= dayOf(shiftBy(now, first * day));
}

function tellingOf(until: Day, now: Instant): Instant {
  const lastMorning = instantAt(until, standingSettings.toldAt);
  const before = standingSettings.toldDaysBefore.map((days) => shiftBy(lastMorning, -days * day));
  const next = before.find((telling) => telling > now);
  if (next) return next;
  const weeks = Math.floor((Date.parse(now) - Date.parse(lastMorning)) / (standingSettings.againDays * day)) + 1;
  return shiftBy(lastMorning, weeks * standingSettings.againDays * day);
}
