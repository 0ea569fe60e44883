import { type Day, dayOf, type Instant } from '../../kernel/time.ts';
import { workingDaysAfter } from '../../kernel/working-days.ts';

/** Working days within which an application is answered (house; coordinators and applicants are told so). */
export const approvalWorkingDays = 5;

/** The last day on which the answer to an application is in time. */
export function answerDueOn(registeredAt: Instant): Day {
  return workingDaysAfter(dayOf(registeredAt), approvalWorkingDays);
}
