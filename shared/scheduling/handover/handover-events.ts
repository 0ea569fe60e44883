import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Audience } from './handover.ts';

/* What happened to handovers, by ids only. `volunteerId` is the giver's, who has the place until it is taken. */

const ofHandover = z.object({ handoverId: Id('handover'), shiftId: Id('shift'), volunteerId: Id('volunteer') });
const asked = { to: Audience, asked: Id('volunteer').optional(), inReturnFor: Id('shift').optional() };

/** Somebody is looked for. `byLeader`: the giver did not ask for it herself. */
export const handoverOpened = eventType(
  'scheduling.handoverOpened',
  ofHandover.extend({ ...asked, byLeader: z.boolean() }),
);
/** `taker` has the place now, and the giver the one in return. */
export const handoverTaken = eventType(
  'scheduling.handoverTaken',
  ofHandover.extend({ taker: Id('volunteer'), inReturnFor: Id('shift').optional() }),
);
/** The one who was asked by name said no; the giver still has the place. */
export const handoverDeclined = eventType(
  'scheduling.handoverDeclined',
  ofHandover.extend({ asked: Id('volunteer').optional() }),
);
/** Nobody is looked for any more. */
export const handoverWithdrawn = eventType(
  'scheduling.handoverWithdrawn',
  ofHandover.extend({ asked: Id('volunteer').optional() }),
);
/** Sign-up ended and nobody had taken it; the giver still has the place. */
export const handoverLapsed = eventType('scheduling.handoverLapsed', ofHandover);
