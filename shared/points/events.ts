import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Day } from '../kernel/time.ts';

/** Somebody's points will be gone on that day, if they are not used before. */
export const pointsExpiring = eventType(
  'points.expiring',
  z.object({ volunteerId: Id('volunteer'), points: z.int().min(1), on: Day }),
);
