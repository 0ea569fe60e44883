import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Day } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { CommunityScope } from './schema.ts';

const Who = z.object({ volunteerId: Id('volunteer'), accountId: Id('account'), community: CommunityScope });

/** A coordinator let somebody in, who may sign up for shifts from now on. */
export const volunteerApproved = eventType('people.volunteerApproved', Who);

/** A coordinator turned an application down; the reason is on the applicant's own page only. */
export const volunteerDeclined = eventType('people.volunteerDeclined', Who);

/** A coordinator closed shifts to somebody for a time; the reason is on the volunteer's own page only. */
export const volunteerSuspended = eventType('people.volunteerSuspended', Who);

/** A suspension is over. */
export const suspensionLifted = eventType('people.suspensionLifted', Who);

/** A request to correct personal data was answered; the answer is on the person's own page only. */
export const correctionAnswered = eventType(
  'people.correctionAnswered',
  z.object({ volunteerId: Id('volunteer'), accountId: Id('account') }),
);

/** An account was closed and what told who it belonged to is gone; what others keep for that person goes too. */
export const accountClosed = eventType(
  'people.accountClosed',
  z.object({ accountId: Id('account'), volunteerId: Id('volunteer').optional() }),
);

/** Somebody is no volunteer any more, by their own wish. */
export const volunteerWithdrew = eventType('people.volunteerWithdrew', Who);

/** All members of a team are in the one that it became, which stands in another community. */
export const teamStandsElsewhere = eventType(
  'people.teamStandsElsewhere',
  z.object({ from: Scope, into: Scope, on: Day }),
);
