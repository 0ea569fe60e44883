import { weightOf } from '@kaifong/shared/care/line.ts';
import type { CaseEntry, CaseState, QueueEntry } from '@kaifong/shared/care/schema.ts';
import { type Instant, minutesBetween } from '@kaifong/shared/kernel/time.ts';
import { m } from '#paraglide/messages.js';
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
  /** How it came to its place in the line. */
  why?: string;
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
    why: whyWords(entry, now),
    ...(entry.mine && { href: nextStep(entry.caseId, entry.state) }),
  };
}

/** A case in one's own hands. A counsellor opens it; a social worker goes on where it stands. */
export function caseRow(entry: CaseEntry, now: Instant, as: 'counsellor' | 'socialWorker'): CaseRow {
  return {
    caseId: entry.caseId,
    alias: entry.alias,
    urgency: urgencyOf(entry.risk),
    state: stateWords[entry.state](),
    since: waitedWords((as === 'counsellor' && entry.assignedAt) || entry.receivedAt, now),
    ...(as === 'socialWorker' && targetOfRow(entry, now)),
    href: as === 'counsellor' ? `/care/cases/${entry.caseId}` : nextStep(entry.caseId, entry.state),
  };
}

/** Days waited times what a day weighs: why it stands where it does. */
function whyWords({ risk, receivedAt, priority }: QueueEntry, now: Instant): string {
  const days = Math.round((minutesBetween(receivedAt, now) / 60 / 24) * 10) / 10;
  return m.care_why({ weight: weightOf(risk === 'emergency' ? 'high' : risk), days, priority });
}

function targetOfRow(entry: QueueEntry | CaseEntry, now: Instant): Pick<CaseRow, 'target'> {
  const target = targetWords(entry, now);
  return target ? { target } : {};
}

/** The page on which a social worker goes on with a case. */
export function nextStep(caseId: string, state: CaseState): string {
  const part = { intake: '/screening', waiting: '/candidates', assigned: '', escalated: '', closed: '' }[state];
  return `/care/cases/${caseId}${part}`;
}
