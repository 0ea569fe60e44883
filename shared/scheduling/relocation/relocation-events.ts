import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';

/** People meet at another place for the shift, in words as `placeInWords` gives them: no one could ask later what it was `before`. */
export const shiftRelocated = eventType(
  'scheduling.shiftRelocated',
  z.object({ shiftId: Id('shift'), before: z.string(), place: z.string() }),
);
