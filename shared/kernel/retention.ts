import { day, epochSeconds, type Instant, shiftBy } from './time.ts';

/**
 * How long one kind of thing is kept. Of `atLeast` (a floor that law sets) and `atMost` (a ceiling), in days, either may be missing;
 * `days` is what we keep it for, a house setting between the two.
 */
export type RetentionRule = Readonly<{
  days: number;
  atLeast?: number;
  atMost?: number;
  what: string;
  why: string;
  /** The law or house rule that says so. */
  source: string;
}>;

/** 184 days is the longest that six months can be, and 1096 the longest of three years. */
const sixMonths = 184;
const threeYears = 1096;

/** Nothing is kept for ever. */
const century = 36_525;

/** Everything that is kept for a time, as data: the clock purges by it. What a person reads of it is in `shared/people/rights/holdings.ts`. */
export const retentionRules = {
  audit: {
    days: 366,
    atLeast: sixMonths,
    what: 'Records of who did what',
    why: 'So that it can be found out who did what, and when',
    source: '网络安全法 art. 21',
  },
  sharing: {
    days: threeYears,
    atLeast: threeYears,
    what: 'Records of exports and sharing',
    why: 'So that it can be found out to whom data went',
    source: '个人信息保护法 arts. 55, 56',
  },
  consents: {
    days: threeYears,
    atLeast: threeYears,
    what: 'Consents given and taken back, counted from closing',
    why: 'To show that we asked before we used the data',
    source: '个人信息保护法 arts. 14, 56; 民法典 art. 188',
  },
  endedDocuments: {
    days: 30,
    atMost: 60,
    what: 'Document numbers of those who left or were not accepted',
    why: 'Whoever thinks again within thirty days need not register anew',
    source: '个人信息保护法 art. 47; house',
  },
  refusedEvidence: {
    days: 90,
    atMost: 184,
    what: 'Files that were to prove hours which were not recorded',
    why: 'Whoever is refused may ask again, and ask why',
    source: '个人信息保护法 art. 19; house',
  },
  helpWords: {
    days: 90,
    atMost: 184,
    what: 'What somebody asked neighbours to help with, and where, counted from its end',
    why: 'So that what was agreed can be looked up while hours and points may still be questioned',
    source: '个人信息保护法 art. 19; house',
  },
  tracks: {
    days: 90,
    atMost: 90,
    what: 'Positions at check-in and on patrol (then only whether inside the area, and how far)',
    why: 'To check volunteer hours',
    source: '个人信息保护法 art. 19; house',
  },
} as const satisfies Record<string, RetentionRule>;

export type Retained = keyof typeof retentionRules;

export type RetentionDecision =
  | Readonly<{ ok: true }>
  | Readonly<{ ok: false; reason: 'belowFloor' | 'aboveCeiling' | 'noWholeDays' }>;

/** Whether a thing may be kept for so many days: never shorter than its floor, never longer than its ceiling. */
export function mayKeepFor({ atLeast = 0, atMost = century }: RetentionRule, days: number): RetentionDecision {
  if (!Number.isInteger(days) || days < 0) return { ok: false, reason: 'noWholeDays' };
  if (days < atLeast) return { ok: false, reason: 'belowFloor' };
  if (days > atMost) return { ok: false, reason: 'aboveCeiling' };
  return { ok: true };
}

/**
 * When something that is kept since an instant may be purged.
 *
 * @throws RangeError for a rule that keeps it shorter than its floor or longer than its ceiling, so that nothing is ever purged by it
 */
export function purgeFrom(rule: RetentionRule, since: Instant): Instant {
  const decision = mayKeepFor(rule, rule.days);
  if (!decision.ok) throw new RangeError(`${rule.what}: ${rule.days} days is ${decision.reason}`);
  return shiftBy(since, rule.days * day);
}

/** Whether something that is kept since an instant may be purged now. @throws RangeError as `purgeFrom` */
export function mayPurge(rule: RetentionRule, since: Instant, now: Instant): boolean {
  return now >= purgeFrom(rule, since);
}

/** The same moment for the table's own expiry, in epoch seconds. */
export function purgeAtOf(rule: RetentionRule, since: Instant): number {
  return epochSeconds(purgeFrom(rule, since));
}
