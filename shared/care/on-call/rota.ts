import { day, dayOf, type Instant, instantAt, minute, shiftBy } from '../../kernel/time.ts';

/** House rules of the rota: how far ahead it is looked at, how long one duty may be, and when the deputy is called as well. */
export const rotaSettings = {
  daysAhead: 14,
  longestDays: 7,
  /** After this, from the page on, when whoever is on duty has not answered. */
  deputyAfter: 5 * minute,
  /** On how many days before the day of a gap, and at what time, the supervisors are told of it. */
  warnDaysBefore: [3, 1, 0],
  warnAt: '09:00',
} as const;

export type Span = Readonly<{ from: Instant; until: Instant }>;

/** Somebody, and a deputy, who answer calls of a place for a time. */
export type Duty = Span & Readonly<{ first: string; deputy?: string | undefined }>;

/** Whom a call goes to: `first` at once, `deputy` when that brings no answer. Nobody when the rota has nobody who may answer. */
export type OnDuty = Readonly<{ first?: string; deputy?: string }>;

export const slots = ['first', 'deputy'] as const;
export type DutySlot = (typeof slots)[number];

/**
 * Who is on duty, of the duties that hold now, those of the nearest place first. Whoever may no longer answer calls is passed over: a deputy takes
 * the place of the first, and the rota of a wider place that of one that has nobody.
 */
export function onDuty(duties: readonly Duty[], able: ReadonlySet<string>): OnDuty {
  for (const duty of duties) {
    const [first, deputy] = ableOf(duty, able);
    if (first) return deputy ? { first, deputy } : { first };
  }
  return {};
}

/** The people of a duty who may answer, the first before the deputy. */
export function ableOf({ first, deputy }: Duty, able: ReadonlySet<string>): string[] {
  return [first, ...(deputy ? [deputy] : [])].filter((person) => able.has(person));
}

/** Whether two spans have a moment in common; the end of one may be the beginning of the next. */
export function overlaps(one: Span, other: Span): boolean {
  return one.from < other.until && other.from < one.until;
}

/** The parts of `span` that no duty covers, in order of time. */
export function gapsIn(duties: readonly Span[], span: Span): Span[] {
  const gaps: Span[] = [];
  let covered = span.from;
  for (const { from, until } of duties.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (from >= span.until) break;
    if (from > covered) gaps.push({ from: covered, until: from });
    if (until > covered) covered = until;
  }
  if (covered < span.until) gaps.push({ from: covered, until: span.until });
  return gaps;
}

/** The span that is planned and looked at. */
export function horizonOf(now: Instant): Span {
  return { from: now, until: shiftBy(now, rotaSettings.daysAhead * day) };
}

/** Whether the supervisors are told of any of these gaps on the day of `now`: some days before, the day before and on the day. */
export function mustWarn(gaps: readonly Span[], now: Instant): boolean {
  const warned = rotaSettings.warnDaysBefore.map((days) => dayOf(shiftBy(now, days * day)));
  return gaps.some(({ from }) => warned.includes(dayOf(from)));
}

/** When gaps are looked for next: the coming 9 o'clock. */
export function nextLook(now: Instant): Instant {
  const today = instantAt(dayOf(now), rotaSettings.warnAt);
  return today > now ? today : shiftBy(today, day);
}
