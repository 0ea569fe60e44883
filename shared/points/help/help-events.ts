import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';

const ofAsker = z.object({ volunteerId: Id('volunteer'), helpId: Id('help') });

/** What somebody asked her neighbours for became a shift. */
export const helpPlanned = eventType('points.helpPlanned', ofAsker.extend({ startsAt: Instant }));

/** Whoever asked took it back after it had become a shift, which is called off. */
export const helpTakenBack = eventType('points.helpTakenBack', z.object({ shiftId: Id('shift') }));

/** It is over, other than by her own word: what was not paid to those who helped is hers again. */
export const helpEnded = eventType(
  'points.helpEnded',
  ofAsker.extend({
    startsAt: Instant,
    state: z.enum(['settled', 'declined', 'lapsed', 'calledOff']),
    paid: z.int().min(0),
    back: z.int().min(0),
  }),
);
