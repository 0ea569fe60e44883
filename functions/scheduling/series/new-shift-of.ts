import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { NewShift } from '@kaifong/shared/scheduling/schema.ts';
import type { PlannedDate } from '@kaifong/shared/scheduling/series/series-plan.ts';

/** The new shift that a template asks for at a time. */
export function newShiftOf({ startsAt, endsAt, shift }: Omit<PlannedDate, 'day'>): NewShift {
  const { closesHoursBefore, ...rest } = shift;
  const closes = closesHoursBefore && { signUpClosesAt: shiftBy(startsAt, -closesHoursBefore * hour) };
  return { ...rest, startsAt, endsAt, ...closes };
}
