import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { Skill } from '../people/skills/skills.ts';

/* What happened in scheduling, by ids only: whoever tells people about it asks for the words when it does. */

const ofShift = z.object({ shiftId: Id('shift') });
const ofPerson = ofShift.extend({ volunteerId: Id('volunteer') });

export const shiftPublished = eventType('scheduling.shiftPublished', ofShift);
/** How many places a shift has now. */
export const placesChanged = eventType('scheduling.placesChanged', ofShift.extend({ places: z.int() }));

/** The shift will not be held. */
export const shiftCalledOff = eventType('scheduling.shiftCalledOff', ofShift);
/** She had a place, an offer or a wait in it. */
export const signUpCalledOff = eventType('scheduling.signUpCalledOff', ofPerson);

/** She has a place, whether taken at once or by accepting an offer. */
export const signedUp = eventType('scheduling.signedUp', ofPerson);
/** She has no place any more. `handoverId`: somebody took it over from her. */
export const signUpCancelled = eventType(
  'scheduling.signUpCancelled',
  ofPerson.extend({ handoverId: Id('handover').optional() }),
);

/** She gave her place back so late that her leader is told; the sign-up keeps why. */
export const cancelledLate = eventType('scheduling.cancelledLate', ofPerson);

/** There are fewer places, and her leader decided that hers is one that goes; the sign-up keeps why. */
export const placeWithdrawn = eventType('scheduling.placeWithdrawn', ofPerson);

/** Her place was given back for her, since she does not have the skill any more that the shift needs. */
export const placeReleased = eventType('scheduling.placeReleased', ofPerson.extend({ skill: Skill }));

export const waitlistJoined = eventType('scheduling.waitlistJoined', ofPerson);
export const waitlistLeft = eventType('scheduling.waitlistLeft', ofPerson);
/** A place is held for her until then. */
export const seatOffered = eventType('scheduling.seatOffered', ofPerson.extend({ until: Instant }));
export const offerDeclined = eventType('scheduling.offerDeclined', ofPerson);
export const offerLapsed = eventType('scheduling.offerLapsed', ofPerson);
/** Sign-up ended and no place had become free for her: the answer is no. */
export const waitlistClosed = eventType('scheduling.waitlistClosed', ofPerson);

/** The team's leader has a word for all who have a place; whoever tells them reads it in scheduling, by the event's id. */
export const shiftMessageSent = eventType('scheduling.shiftMessageSent', ofShift);

const ofRoster = z.object({ place: Scope, week: z.string(), run: z.int() });
/** A roster of a week is to be worked out. */
export const rosterAsked = eventType('scheduling.rosterAsked', ofRoster);
/** Those whom a roster proposes are to be asked. */
export const rosterPublished = eventType('scheduling.rosterPublished', ofRoster);
