import { day, type Instant } from '../kernel/time.ts';
import type { CaseState } from './schema.ts';
import { matchingSettings } from './scoring.ts';
import type { Risk } from './triage.ts';

/** Somebody who waits for a social worker. Without a risk nobody knows yet how urgent it is. */
export type InLine = Readonly<{ id: string; state: CaseState; receivedAt: Instant; risk?: Risk | undefined }>;

/**
 * The line, the next one first: emergencies by their time, then by accumulating priority, where each day of waiting weighs as much as the
 * risk (16 high, 4 moderate, 1 low) and one who was not screened counts as high: nobody knows yet.
 */
export function nextInLine<Case extends InLine>(waiting: readonly Case[], now: Instant): Case[] {
  const priority = ({ state, risk = 'high', receivedAt }: Case) =>
    state === 'escalated' || risk === 'emergency'
      ? Number.POSITIVE_INFINITY
      : (matchingSettings.credit.slopes[risk] * (Date.parse(now) - Date.parse(receivedAt))) / day;
  return waiting.toSorted((one, other) => {
    const [mine, theirs] = [priority(one), priority(other)];
    if (mine !== theirs) return theirs - mine;
    return one.receivedAt < other.receivedAt ? -1 : 1;
  });
}
