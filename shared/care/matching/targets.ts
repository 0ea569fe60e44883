import { day, type Instant, shiftBy } from '../../kernel/time.ts';
import type { MatchableRisk } from '../instruments/scoring.ts';
import type { CaseEntry } from '../schema.ts';

/**
 * Days within which a case goes on (house): a request is screened within a day, since nobody knows yet how urgent it is; a high risk has
 * a counsellor within a day, and the others when their waiting weighs as much in the matching, whose slopes are 16, 4 and 1.
 */
export const careTargets: Readonly<{ screened: number; assigned: Readonly<Record<MatchableRisk, number>> }> = {
  screened: 1,
  assigned: { high: 1, moderate: 4, low: 16 },
};

/** What must happen to a case next, within how many days of its coming in, and so until when. */
export type CareTarget = Readonly<{ step: 'screening' | 'assignment'; days: number; dueAt: Instant }>;

/** The target of a case; none for one that a counsellor or the people on call have, whose clocks are others, or that has ended. */
export function targetOf({
  state,
  risk = 'low',
  receivedAt,
}: Readonly<Pick<CaseEntry, 'state' | 'receivedAt'> & { risk?: CaseEntry['risk'] }>): CareTarget | undefined {
  if (state === 'intake') return within('screening', careTargets.screened, receivedAt);
  if (state !== 'waiting' || risk === 'emergency') return undefined;
  return within('assignment', careTargets.assigned[risk], receivedAt);
}

function within(step: CareTarget['step'], days: number, receivedAt: Instant): CareTarget {
  return { step, days, dueAt: shiftBy(receivedAt, days * day) };
}
