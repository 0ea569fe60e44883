import { careTargets } from '@kaifong/shared/care/matching/targets.ts';
import { day, type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isUnclaimed, type SupportCase } from '../care.table.ts';

/** How long somebody who spoke of not wanting to live is waited for to answer on, before the people on call are called (house). */
export const waitsForAnswer = 10 * minute;

type Looked = Pick<SupportCase, 'socialWorker' | 'receivedAt' | 'untakenAlarms'>;

/** Until when a social worker must have taken it: its day, and a day more after each alarm. */
export function untakenDueAt({ receivedAt, untakenAlarms = 0 }: Looked): Instant {
  return shiftBy(receivedAt, careTargets.screened * day * (untakenAlarms + 1));
}

/** When the clock must look at a case: when nobody has taken it in time, or when what was begun at `owedSince` was not answered on. */
export function lookedAtBy(looked: Looked, owedSince?: Instant): Instant | undefined {
  const all = [
    ...(isUnclaimed(looked) ? [untakenDueAt(looked)] : []),
    ...(owedSince ? [shiftBy(owedSince, waitsForAnswer)] : []),
  ];
  return all.toSorted()[0];
}

/** A case that a social worker has taken: nobody needs to be reminded of that, but of answers that are owed. */
export function taken(supportCase: SupportCase, socialWorker: string): SupportCase {
  const { lookAt, version } = supportCase;
  const stillDue = lookAt === untakenDueAt(supportCase) ? undefined : lookAt;
  return { ...supportCase, socialWorker, lookAt: stillDue, version: version + 1 };
}
