import { type Instant, minute, shiftBy } from '../../kernel/time.ts';
import { rotaSettings } from './rota.ts';

/**
 * How long the people on call have, counted from the opening; house rule. The page itself is due at once and is tried again every
 * minute until it has gone out. Once somebody is late, more people are called after every `again`.
 */
export const escalationClocks = { acknowledgement: 15 * minute, contact: 30 * minute, again: 15 * minute } as const;

/** Who is called: 0 the people on call of the street, 1 those of the district, 2 the care supervisors as well. */
export const highestLevel = 2;

/** What must happen next, and by when, or somebody else is called. */
export type EscalationClock = Readonly<{
  openedAt: Instant;
  awaits: 'page' | 'acknowledgement' | 'contact';
  dueAt: Instant;
  level: number;
  /** When the deputy is called as well, while there is one and nobody has answered. */
  deputyDueAt?: Instant | undefined;
}>;

/**
 * Why somebody is called; `deputy`: whoever is on duty has not answered yet; `untaken`: a request by the web has waited past its day for a social
 * worker; `followUpLate`: nobody got in touch after a crisis by the time that was due; `rotaGap`: nobody is on duty some time in the next days;
 * `papersEnd`: the certificate or the vetting of a counsellor runs out; `papersOver`: one without a valid certificate still has cases;
 * `counsellorLeft`: cases of one who serves no longer wait again; `supervisionEnds`, `supervisionOver`: a supervision session is due, or overdue;
 * `getInTouch`: a supervisor is asked to get in touch with a counsellor of hers;
 * `caseOpened`: a supervisor opened a case in an emergency; `openingUnreviewed`: nobody has reviewed that yet.
 */
export const pageReasons = [
  'opened',
  'deputy',
  'notAcknowledged',
  'notContacted',
  'untaken',
  'followUpLate',
  'referralLate',
  'sessionUntold',
  'rotaGap',
  'papersEnd',
  'papersOver',
  'caseOpened',
  'openingUnreviewed',
  'counsellorLeft',
  'supervisionEnds',
  'supervisionOver',
  'getInTouch',
] as const;
export type PageReason = (typeof pageReasons)[number];

/** Who was called: whoever is on duty by the rota or whose follow-up it is, the deputy as well, or everybody on call there, also because the rota has nobody. */
export const calledKinds = ['first', 'deputy', 'everyone'] as const;
export type Called = (typeof calledKinds)[number];

export function clockOpened(now: Instant): EscalationClock {
  return { openedAt: now, awaits: 'page', dueAt: now, level: 0 };
}

/** Somebody on call has answered; now contact is due. */
export function clockAcknowledged(clock: EscalationClock): EscalationClock {
  const dueAt = shiftBy(clock.openedAt, escalationClocks.contact);
  return { ...clock, awaits: 'contact', dueAt, deputyDueAt: undefined };
}

/** The person could not be reached: to be tried again. */
export function clockTriedInVain(clock: EscalationClock, now: Instant): EscalationClock {
  return { ...clock, awaits: 'contact', dueAt: shiftBy(now, escalationClocks.again), deputyDueAt: undefined };
}

/** There is a deputy, to be called soon after the first. */
export function clockWithDeputy(clock: EscalationClock, now: Instant): EscalationClock {
  return { ...clock, deputyDueAt: shiftBy(now, rotaSettings.deputyAfter) };
}

/** When the clock next has something to do. */
export function nextDueAt({ dueAt, deputyDueAt = dueAt }: Pick<EscalationClock, 'dueAt' | 'deputyDueAt'>): Instant {
  return deputyDueAt < dueAt ? deputyDueAt : dueAt;
}

/** Whom to call now and why, and the clock once they were called; `undefined` while there is time. */
export function pageDue(
  clock: EscalationClock,
  now: Instant,
): { level: number; reason: PageReason; paged: EscalationClock } | undefined {
  if (now < nextDueAt(clock)) return undefined;
  if (now < clock.dueAt) return { level: clock.level, reason: 'deputy', paged: { ...clock, deputyDueAt: undefined } };
  if (clock.awaits === 'page') {
    const dueAt = shiftBy(clock.openedAt, escalationClocks.acknowledgement);
    return { level: clock.level, reason: 'opened', paged: { ...clock, awaits: 'acknowledgement', dueAt } };
  }
  const level = Math.min(highestLevel, clock.level + 1);
  return {
    level,
    reason: clock.awaits === 'contact' ? 'notContacted' : 'notAcknowledged',
    paged: { ...clock, level, dueAt: shiftBy(now, escalationClocks.again), deputyDueAt: undefined },
  };
}
