import { day, type Instant } from '../../kernel/time.ts';
import type { Risk } from '../instruments/triage.ts';
import type { OwnCase } from '../schema.ts';

const steps: Readonly<Record<Risk, number>> = { emergency: 0, high: 1, moderate: 2, low: 3 };

/** Danger first. One who was not screened counts as high: nobody knows yet. */
const stepOf = ({ state, risk = 'high' }: OwnCase) => steps[state === 'escalated' ? 'emergency' : risk];

/** Whole days since the last session that was held; before the first, since the case was given to a counsellor or came in. */
export function daysWithoutTalk({ talkedAt, assignedAt, receivedAt }: OwnCase, now: Instant): number {
  const since = talkedAt ?? assignedAt ?? receivedAt;
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / day));
}

/** What needs something first: by risk, then the longest without a talk in days, then the next session; those without one come last. */
export function mostInNeedFirst<Case extends OwnCase>(cases: readonly Case[], now: Instant): Case[] {
  const later = '~';
  return [...cases].sort((one, other) => {
    const byNeed = stepOf(one) - stepOf(other) || daysWithoutTalk(other, now) - daysWithoutTalk(one, now);
    if (byNeed !== 0) return byNeed;
    return `${one.nextAt ?? later}#${one.caseId}` < `${other.nextAt ?? later}#${other.caseId}` ? -1 : 1;
  });
}
