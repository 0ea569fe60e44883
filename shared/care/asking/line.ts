import { day, type Instant } from '../../kernel/time.ts';
import { matchingSettings } from '../instruments/scoring.ts';
import type { Risk } from '../instruments/triage.ts';
import type { CaseState } from '../schema.ts';

/** Somebody who waits for a social worker. Without a risk nobody knows yet how urgent it is. */
export type InLine = Readonly<{ id: string; state: CaseState; receivedAt: Instant; risk?: Risk | undefined }>;

/** How much a day of waiting weighs. One who was not screened counts as high: nobody knows yet. */
export const weightOf = (risk: Exclude<Risk, 'emergency'> = 'high') => matchingSettings.credit.slopes[risk];

/** Accumulating priority: days waited times what a day weighs (16 high, 4 moderate, 1 low); an emergency is before all. */
export function priorityOf({ state, risk = 'high', receivedAt }: Omit<InLine, 'id'>, now: Instant): number {
  if (state === 'escalated' || risk === 'emergency') return Number.POSITIVE_INFINITY;
  return (weightOf(risk) * (Date.parse(now) - Date.parse(receivedAt))) / day;
}

/** The line, the next one first: by accumulating priority, and among equals who came first. */
export function nextInLine<Case extends InLine>(waiting: readonly Case[], now: Instant): Case[] {
  return waiting.toSorted((one, other) => {
    const [mine, theirs] = [priorityOf(one, now), priorityOf(other, now)];
    if (mine !== theirs) return theirs - mine;
    return `${one.receivedAt}#${one.id}` < `${other.receivedAt}#${other.id}` ? -1 : 1;
  });
}
