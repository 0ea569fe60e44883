import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';

const ofMark = z.object({ volunteerId: Id('volunteer'), shiftId: Id('shift') });

/** A leader marked that somebody did not come. */
export const noShowMarked = eventType('attendance.noShowMarked', ofMark);
/** The mark is gone: it was a mistake, or her service was confirmed after all. */
export const noShowTakenBack = eventType('attendance.noShowTakenBack', ofMark);
/** The person says that it was otherwise; until it is decided the mark does not count. */
export const noShowContested = eventType('attendance.noShowContested', ofMark);
/** A second person decided. */
export const noShowDecided = eventType(
  'attendance.noShowDecided',
  ofMark.extend({ outcome: z.enum(['upheld', 'lifted']) }),
);

const ofPerson = z.object({ volunteerId: Id('volunteer') });

/** Her standing sign-ups pause until then, since she was missed too often. */
export const regularsPaused = eventType('attendance.regularsPaused', ofPerson.extend({ until: Instant }));
/** They go on: by her leader's word, by time, or since a mark does not count any more. */
export const regularsResumed = eventType(
  'attendance.regularsResumed',
  ofPerson.extend({ because: z.enum(['leader', 'time', 'marks']) }),
);
