import type { CaseEntry, CaseState, QueueEntry } from '@kaifong/shared/care/schema.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
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
  /** What its place in the line was reckoned from: days waited times what a day weighs. */
  score?: string;
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

function targetOfRow(entry: QueueEntry | CaseEntry, now: Instant): Pick<CaseRow, 'target'> {
  const target = targetWords(entry, now);
  return target ? { target } : {};
}

/** The page on which a social worker goes on with a case. */
export function nextStep(caseId: string, state: CaseState): string {
  const part = { intake: '/screening', waiting: '/candidates', assigned: '', escalated: '', closed: '' }[state];
  return `/care/cases/${caseId}${part}`;
}
