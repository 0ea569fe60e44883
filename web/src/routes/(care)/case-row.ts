import { daysWithoutTalk } from '@kaifong/shared/care/cases/own-cases.ts';
import type { CaseState, OwnCase, QueueEntry } from '@kaifong/shared/care/schema.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { type Target, targetWords } from './target-words.ts';
import { stateWords, type Urgency, urgencyOf, waitedWords } from './words.ts';

/** A line of a list of cases. Without `href` it is somebody else's to open. */
export type CaseRow = Readonly<{
  caseId: string;
  alias: string;
  urgency: Urgency;
  state: string;
  since: string;
  /** Until when what must happen next, and whether that is past: why the case stands where it does. */
  target?: Target;
  /** What its place in the line was reckoned from: days waited times what a day weighs. */
  score?: string;
  /** The last talk and the next session. */
  talks?: readonly string[];
  href?: string;
}>;

/** A request that waits. Whoever took it down goes on where it stands; the others only see that it is in hand. */
export function queueRow(entry: QueueEntry, now: Instant): CaseRow {
  return {
    caseId: entry.caseId,
    alias: entry.alias,
    urgency: urgencyOf(entry.risk),
    state: entry.mine ? stateWords[entry.state]() : entry.inHand ? m.care_inOtherHands() : m.care_waitsForHand(),
    since: waitedWords(entry.receivedAt, now),
    ...targetOfRow(entry, now),
    score: m.care_score({ priority: entry.priority }),
    ...(entry.mine && { href: nextStep(entry.caseId, entry.state) }),
  };
}

/** A case in one's own hands. A counsellor opens it; a social worker goes on where it stands. */
export function caseRow(entry: OwnCase, now: Instant, as: 'counsellor' | 'socialWorker'): CaseRow {
  return {
    caseId: entry.caseId,
    alias: entry.alias,
    urgency: urgencyOf(entry.risk),
    state: stateWords[entry.state](),
    since: waitedWords((as === 'counsellor' && entry.assignedAt) || entry.receivedAt, now),
    ...(as === 'socialWorker' && targetOfRow(entry, now)),
    ...(entry.state === 'assigned' && { talks: talksOf(entry, now) }),
    href: as === 'counsellor' ? `/care/cases/${entry.caseId}` : nextStep(entry.caseId, entry.state),
  };
}

function talksOf(entry: OwnCase, now: Instant): string[] {
  const days = daysWithoutTalk(entry, now);
  const last = days === 0 ? m.care_talkedLately() : days === 1 ? m.care_talkedDay() : m.care_talkedDays({ n: days });
  const next = entry.nextAt && m.care_nextTalk({ time: formatMoment(entry.nextAt, 'dateTime', getLocale()) });
  return [entry.talkedAt ? last : m.care_notTalked(), ...(next ? [next] : [])];
}

function targetOfRow(entry: QueueEntry | OwnCase, now: Instant): Pick<CaseRow, 'target'> {
  const target = targetWords(entry, now);
  return target ? { target } : {};
}

/** The page on which a social worker goes on with a case. */
export function nextStep(caseId: string, state: CaseState): string {
  const part = { intake: '/screening', waiting: '/candidates', assigned: '', escalated: '', closed: '' }[state];
  return `/care/cases/${caseId}${part}`;
}
