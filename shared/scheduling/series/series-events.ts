import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Day } from '../../kernel/time.ts';
import { pauseReasons } from './regular-schema.ts';

/* What happened to series and to those who are regulars of one, by ids only. */

const ofSeries = z.object({ seriesId: Id('series') });
const ofRegular = ofSeries.extend({ volunteerId: Id('volunteer') });

/** A text in every language. */
export const Words = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

/** A series was made or changed: its shifts are to follow. */
export const seriesChanged = eventType('scheduling.seriesChanged', ofSeries);

export const regularAsked = eventType('scheduling.regularAsked', ofRegular);
export const regularInvited = eventType('scheduling.regularInvited', ofRegular);
/** She is a regular from now on, whoever had the last word. */
export const regularJoined = eventType('scheduling.regularJoined', ofRegular);
export const regularDeclined = eventType('scheduling.regularDeclined', ofRegular);
export const regularPaused = eventType('scheduling.regularPaused', ofRegular.extend({ reason: z.enum(pauseReasons) }));
/** `because`: of what had paused all her regular places, which is over; without it the leader let her go on in this series. */
export const regularResumed = eventType(
  'scheduling.regularResumed',
  ofRegular.extend({ because: z.enum(pauseReasons).optional() }),
);
/** She stopped; `givesBack`: the places that she had go to others. */
export const regularStopped = eventType('scheduling.regularStopped', ofRegular.extend({ givesBack: z.boolean() }));
/** Days of leave were added or taken back. */
export const regularLeaveChanged = eventType('scheduling.regularLeaveChanged', ofRegular);

/** A regular could not be signed up for a new shift. */
export const standingRefused = eventType(
  'scheduling.standingRefused',
  ofRegular.extend({ shiftId: Id('shift'), day: Day, code: z.string(), why: Words }),
);
/** Her place went along to the new time of a date. */
export const placeMoved = eventType(
  'scheduling.placeMoved',
  z.object({ shiftId: Id('shift'), volunteerId: Id('volunteer'), from: Id('shift') }),
);
