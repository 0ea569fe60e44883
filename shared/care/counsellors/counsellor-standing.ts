import { type Day, day, dayOf, hour, type Instant, instantAt, shiftBy } from '../../kernel/time.ts';

/** House rules of what a counsellor needs to take on cases. */
export const standingSettings = {
  /** After a crisis of one of her cases, before she is given another. */
  coolDown: 48 * hour,
  /** How many days before the last day of a certificate or a vetting the supervisors are told. */
  toldDaysBefore: [30, 7, 0],
  /** The same for supervision, which a single session renews, and once more on the morning after it has run out. */
  supervisionToldDaysBefore: [14, 3, 0, -1],
  /** For how many days after its own a supervision session covers new cases. */
  supervisionCoversDays: 42,
  /** How often they are told again while somebody without a valid certificate or supervision still has cases. */
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

/** Until when a supervision session of a day covers new cases; one to come covers nothing yet. */
export function coveredUntil(heldOn: Day, now: Instant): Instant {
  const held = heldOn <= dayOf(now) ? heldOn : dayOf(now);
  return shiftBy(overAt(held), standingSettings.supervisionCoversDays * day);
}

/** The last day that supervision covers: it ends with that day, or within it. */
export const lastDayCovered = (supervisedUntil: Instant): Day => dayOf(shiftBy(supervisedUntil, -1));

/** When somebody is told next that a paper or supervision runs out, or has; nothing while there is none. */
export function nextTelling(papers: Papers, now: Instant): Instant | undefined {
  return tellingsAfter(papers, now)
    .map(({ at }) => at)
    .toSorted()
    .at(0);
}

/** What a telling is about that was due at `lookAt`. */
export function tellingIsAbout(papers: Papers, lookAt: Instant): ReadonlySet<'papers' | 'supervision'> {
  const due = tellingsAfter(papers, shiftBy(lookAt, -1)).filter(({ at }) => at === lookAt);
  return new Set(due.map(({ about }) => about));
}

function tellingsAfter({ credentialUntil, vettedUntil, supervisedUntil }: Papers, now: Instant) {
  const { toldDaysBefore, supervisionToldDaysBefore } = standingSettings;
  const papers = [credentialUntil, vettedUntil].filter((until) => until !== undefined);
  const supervised = supervisedUntil ? [lastDayCovered(supervisedUntil)] : [];
  return [
    ...papers.map((until) => ({ about: 'papers' as const, at: tellingOf(until, toldDaysBefore, now) })),
    ...supervised.map((until) => ({
      about: 'supervision' as const,
      at: tellingOf(until, supervisionToldDaysBefore, now),
    })),
  ];
}

/** Whether a paper runs out within the time of telling, or has. */
export function runsOut(until: Day | undefined, now: Instant): boolean {
  const [first] = standingSettings.toldDaysBefore;
  return until !== undefined && until <= dayOf(shiftBy(now, first * day));
}

/** The same for supervision. */
export function supervisionRunsOut(supervisedUntil: Instant, now: Instant): boolean {
  const [first] = standingSettings.supervisionToldDaysBefore;
  return lastDayCovered(supervisedUntil) <= dayOf(shiftBy(now, first * day));
}

function tellingOf(until: Day, daysBefore: readonly number[], now: Instant): Instant {
  const lastMorning = instantAt(until, standingSettings.toldAt);
  const before = daysBefore.map((days) => shiftBy(lastMorning, -days * day));
  const next = before.find((telling) => telling > now);
  if (next) return next;
  const weeks = Math.floor((Date.parse(now) - Date.parse(lastMorning)) / (standingSettings.againDays * day)) + 1;
  return shiftBy(lastMorning, weeks * standingSettings.againDays * day);
}
