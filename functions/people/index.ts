import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { appointingService } from './appointing.service.ts';
import { approvalService } from './approval.service.ts';
import { badRowsService } from './bad-rows.service.ts';
import { closureService } from './closure.service.ts';
import { copyService } from './copy.service.ts';
import { correctionService } from './correction.service.ts';
import type { PeopleDeps } from './deps.ts';
import { duplicateService } from './duplicate.service.ts';
import { exportService } from './export.service.ts';
import { findService } from './find.service.ts';
import { importService } from './import.service.ts';
import { joiningService } from './joining.service.ts';
import { leadingService } from './leading.service.ts';
import { mergeService } from './merge.service.ts';
import { mergeStepsService } from './merge-steps.service.ts';
import { moveService } from './move.service.ts';
import { type PersonOnFile, volunteerItems } from './people-on-file.ts';
import { recordService } from './record.service.ts';
import { registrationService } from './registration.service.ts';
import { retentionService } from './retention.service.ts';
import { rightsService } from './rights.service.ts';
import { rosterService } from './roster.service.ts';
import { volunteerService } from './volunteer.service.ts';
import { waitingService } from './waiting.service.ts';

export { certificateReactions } from './certificate.reactions.ts';
export { certificateRoutes } from './certificate.routes.ts';
export { type Certificates, createCertificates } from './certificates.ts';
export type { PeopleDeps } from './deps.ts';
export { exportRoutes } from './export.routes.ts';
export { importReactions } from './import.reactions.ts';
export { importRoutes } from './import.routes.ts';
export { mergeReactions } from './merge.reactions.ts';
export { mergeRoutes } from './merge.routes.ts';
export { peopleRoutes } from './people.routes.ts';
export type { PersonOnFile, StoredVolunteer } from './people-on-file.ts';
export { type PlantedTeam, plantedMembers } from './planted-team.ts';
export { rightsRoutes } from './rights.routes.ts';
export { teamRoutes } from './team.routes.ts';
export type { VolunteerFacts } from './volunteer.service.ts';
export { volunteerNumberOf } from './volunteer-number.ts';

/** Volunteers: who registered, who was let in, and lists of people that come on paper. */
export type People = ReturnType<typeof createPeople>;

export function createPeople(deps: PeopleDeps) {
  const closures = closureService(deps);
  const rights = rightsService(deps, closures);
  const retention = retentionService(deps);
  const moves = moveService(deps, rights);
  const volunteers = volunteerService(deps, moves);
  const joining = joiningService(deps);
  const corrections = correctionService(deps);
  const badRows = badRowsService(deps);
  const imports = importService(deps);
  return {
    registration: registrationService(deps),
    approval: approvalService(deps, moves),
    /** From state to state: what coordinators do, and what people do themselves. */
    moves,
    volunteers,
    /** What a person decides about her own data. */
    rights,
    closures,
    corrections,
    copies: copyService(deps, { volunteers, moves, joining, corrections, closures }),
    /** What the clock must do: accounts are closed, and what was kept for its time goes. */
    async onTick(now: Instant) {
      await closures.closeDue(now);
      await retention.purgeDue(now);
    },
    records: recordService(deps, volunteers),
    finding: findService(deps),
    waiting: waitingService(deps, volunteers),
    imports,
    /** Records that may be one person's, and making one of two. */
    duplicates: duplicateService(deps, volunteers),
    merges: mergeService(deps),
    mergeSteps: mergeStepsService(deps),
    badRows,
    exports: exportService(deps, volunteers),
    /** Who belongs to which team. */
    rosters: rosterService(deps),
    joining,
    leading: leadingService(deps),
    appointing: appointingService(deps),
    /** What other contexts may know of a volunteer; `undefined` when there is none. */
    findVolunteer: volunteers.find,
    /** The same, for a context that reads it together with items of its own. */
    lookupVolunteer: volunteers.lookup,
    /** The same for several, those that exist, in the order asked; at most 100. */
    findVolunteers: volunteers.findAll,
    /** All that care may know of a volunteer. */
    eligibilityOf: volunteers.eligibilityOf,
    /** A list of volunteers, for the operator's command line. */
    importVolunteers: imports.runForOperator,
    /** The rows of a volunteer who is loaded in bulk. */
    volunteerItems: (person: PersonOnFile) => volunteerItems(deps, person),
  };
}
