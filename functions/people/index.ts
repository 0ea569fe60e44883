import { approvalService } from './approval.service.ts';
import type { PeopleDeps } from './deps.ts';
import { registrationService } from './registration.service.ts';
import { volunteerService } from './volunteer.service.ts';

export type { PeopleDeps } from './deps.ts';
export { peopleRoutes } from './people.routes.ts';
export type { VolunteerFacts } from './volunteer.service.ts';

/** Volunteers: who registered, who was let in, and lists of people that come on paper. */
export type People = ReturnType<typeof createPeople>;

export function createPeople(deps: PeopleDeps) {
  const volunteers = volunteerService(deps);
  return {
    registration: registrationService(deps),
    approval: approvalService(deps),
    volunteers,
    /** What other contexts may know of a volunteer; `undefined` when there is none. */
    findVolunteer: volunteers.find,
    /** The same for several, those that exist, in the order asked; at most 100. */
    findVolunteers: volunteers.findAll,
  };
}
