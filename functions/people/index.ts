import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { deferred } from '../platform/deferred.ts';
import type { Lookup } from '../platform/lookup.ts';
import type { PeopleDeps } from './deps.ts';
import { type LikelyPair, LikelyPairItem } from './merging/merge.table.ts';
import { type PersonOnFile, volunteerItems } from './people-on-file.ts';
import type { GuardianParties } from './registration/guardian.service.ts';
import { registrationService } from './registration/registration.service.ts';
import { GuardianItem } from './registration/registration.table.ts';
import { accountPlaceOf } from './sealed-places.ts';
import { skillCatalogue } from './skills/skill-catalogue.ts';
import { MembershipItem } from './teams/membership.table.ts';
import { volunteerService } from './volunteer.service.ts';

export { certificateReactions } from './certificates/certificate.reactions.ts';
export { evidenceInDemo, waitingCertificates } from './certificates/certificate-demo.ts';
export { type Certificates, createCertificates } from './certificates/certificates.ts';
export type { KeptFile } from './certificates/kept-file.service.ts';
export type { PeopleDeps } from './deps.ts';
export {
  certificateRoutes,
  exportRoutes,
  importRoutes,
  insuranceRoutes,
  mergeRoutes,
  mobileRoutes,
  rearrangingRoutes,
  registrationRoutes,
  rightsRoutes,
  skillRoutes,
} from './desk.routes.ts';
export { importReactions } from './importing/import.reactions.ts';
export { mergeReactions } from './merging/merge.reactions.ts';
export { peopleRoutes } from './people.routes.ts';
export type { PersonOnFile, StoredVolunteer } from './people-on-file.ts';
export { plantedTimes } from './planted-times.ts';
export type { Skills } from './skills/skill-catalogue.ts';
export { belongingReactions } from './teams/belonging.reactions.ts';
export { type PlantedTeam, plantedMembers } from './teams/planted-team.ts';
export { teamRoutes } from './teams/team.routes.ts';
export type { VolunteerFacts } from './volunteer.service.ts';
export { volunteerNumberOf } from './volunteer-number.ts';

/** Volunteers: who registered, who was let in, and lists of people that come on paper. */
export type People = ReturnType<typeof createPeople>;

export function createPeople(deps: PeopleDeps) {
  const skills = skillCatalogue(deps);
  const numbers = deferred(async () => (await import('./finding/by-number.service.ts')).byNumberService(deps));
  const closures = deferred(async () => (await import('./rights/closure.service.ts')).closureService(deps));
  const guardians = deferred(async () => (await import('./registration/guardian.service.ts')).guardianService(deps));
  const rights = deferred(async () =>
    (await import('./rights/rights.service.ts')).rightsService(deps, closures, guardians),
  );
  const retention = deferred(async () => (await import('./rights/retention.service.ts')).retentionService(deps));
  const moves = deferred(async () => (await import('./registration/move.service.ts')).moveService(deps, rights));
  const volunteers = volunteerService(deps, moves);
  const registration = registrationService(deps, guardians, skills);
  const details = deferred(async () =>
    (await import('./registration/details.service.ts')).detailsService(deps, skills),
  );
  const joining = deferred(async () => (await import('./teams/joining.service.ts')).joiningService(deps));
  const corrections = deferred(async () => (await import('./rights/correction.service.ts')).correctionService(deps));
  const badRows = deferred(async () => (await import('./importing/bad-rows.service.ts')).badRowsService(deps));
  const imports = deferred(async () => (await import('./importing/import.service.ts')).importService(deps));
  const rehoming = deferred(async () => (await import('./rearranging/rehoming.service.ts')).rehomingService(deps));
  const rankingNames = deferred(async () => (await import('./ranking-names.service.ts')).rankingNamesService(deps));
  const handovers = deferred(async () => (await import('./rearranging/handover.service.ts')).handoverService(deps));
  return {
    registration,
    /** The catalogue of skills, for all who offer, ask for or name one. */
    skills,
    /** What the district makes of it. */
    skillKinds: deferred(async () => (await import('./skills/skill.service.ts')).skillService(deps, skills)),
    /** Registering step by step, on one phone or several. */
    drafts: deferred(async () =>
      (await import('./registration/draft.service.ts')).draftService(deps, registration, guardians, skills),
    ),
    guardians,
    /** Registrations on paper, and their confirmation. */
    paper: deferred(async () =>
      (await import('./registration/paper.service.ts')).paperService(deps, guardians, skills),
    ),
    /** What a volunteer may change of herself. */
    details,
    approval: deferred(async () => (await import('./registration/approval.service.ts')).approvalService(deps, moves)),
    /** From state to state: what coordinators do, and what people do themselves. */
    moves,
    volunteers,
    /** What a person decides about her own data. */
    rights,
    closures,
    corrections,
    copies: deferred(async () =>
      (await import('./rights/copy.service.ts')).copyService(deps, {
        details,
        volunteers,
        moves,
        joining,
        corrections,
        closures,
      }),
    ),
    /** What the clock must do: accounts are closed, what was kept for its time goes, and people move with their community. */
    async onTick(now: Instant) {
      await closures.closeDue(now);
      await retention.purgeDue(now);
      await rehoming.moveDue(now);
      await handovers.handOverDue(now);
    },
    records: deferred(async () => (await import('./record.service.ts')).recordService(deps, volunteers)),
    finding: deferred(async () => (await import('./finding/find.service.ts')).findService(deps)),
    waiting: deferred(async () => (await import('./registration/waiting.service.ts')).waitingService(deps, volunteers)),
    imports,
    /** The row of two records that may be one person's, of people who are loaded in bulk. */
    likelyPairItem: (pair: LikelyPair) => deps.table.put(LikelyPairItem, pair),
    /** Another mobile number, by codes or at a desk. */
    mobiles: deferred(async () => (await import('./mobile/mobile.service.ts')).mobileService(deps)),
    /** The accident insurance of a volunteer, for her coordinators. */
    insurances: deferred(async () => (await import('./insurance/insurance.service.ts')).insuranceService(deps)),
    /** The row of a question to the guardian of a minor over 13 who is loaded in bulk. */
    askedGuardianItem: async (accountId: string, parties: GuardianParties, askedAt: Instant) => {
      const sealed = await deps.sealer.seal(JSON.stringify(parties), accountPlaceOf(accountId).guardianConsent);
      return deps.table.put(GuardianItem, { accountId, sealed, isUnder14: false, askedAt });
    },
    /** Records that may be one person's, and making one of two. */
    duplicates: deferred(async () =>
      (await import('./merging/duplicate.service.ts')).duplicateService(deps, volunteers),
    ),
    merges: deferred(async () => (await import('./merging/merge.service.ts')).mergeService(deps)),
    mergeSteps: deferred(async () => (await import('./merging/merge-steps.service.ts')).mergeStepsService(deps)),
    /** Who leaves all teams at once, and whose home moves with a community. */
    leaving: deferred(async () => (await import('./teams/leaving.service.ts')).leavingService(deps)),
    rehoming,
    /** Teams and people that go with places which are laid out anew. */
    handovers,
    rearranging: deferred(async () =>
      (await import('./rearranging/rearranging.service.ts')).rearrangingService(deps, handovers),
    ),
    placing: deferred(async () => (await import('./rearranging/placing.service.ts')).placingService(deps)),
    badRows,
    exports: deferred(async () =>
      (await import('./finding/export.service.ts')).exportService(deps, volunteers, skills),
    ),
    /** Who belongs to which team. */
    rosters: deferred(async () => (await import('./teams/roster.service.ts')).rosterService(deps)),
    joining,
    leading: deferred(async () => (await import('./teams/leading.service.ts')).leadingService(deps)),
    appointing: deferred(async () => (await import('./teams/appointing.service.ts')).appointingService(deps)),
    /** What other contexts may know of a volunteer; `undefined` when there is none. */
    findVolunteer: volunteers.find,
    /** The same, for a context that reads it together with items of its own. */
    lookupVolunteer: volunteers.lookup,
    /** Name, number and document, whole: for what is certified, and nothing else. */
    identified: volunteers.identified,
    /** Who serves in a place, page by page. */
    serving: deferred(async () => (await import('./serving.service.ts')).servingService(deps)),
    /** Whether a volunteer belongs to a team, to be read together with other items. */
    lookupMembership(volunteerId: string, team: string): Lookup<boolean> {
      const { read, ...rest } = deps.table.lookup(MembershipItem, { volunteerId, team });
      return { ...rest, read: async (rows) => (await read(rows))?.state === 'member' };
    },
    /** The same for several, those that exist, in the order asked; at most 100. */
    findVolunteers: volunteers.findAll,
    /** Whose a volunteer number is; after a merge, whose the record that stayed. */
    async findByNumber(number: string) {
      const found = await numbers.find(number);
      return found && volunteers.find(found.id);
    },
    /** The names of those who consented to be named in rankings, by id; at most 100. */
    namedInRankings: (volunteerIds: readonly string[]) => rankingNames.namesOf(volunteerIds),
    /** When volunteers say that they are free; at most 100. */
    freeTimesOf: details.timesOf,
    /** Whether a volunteer’s own accident insurance covers a day. */
    isInsuredOn: details.isInsuredOn,
    /** All that care may know of a volunteer. */
    eligibilityOf: volunteers.eligibilityOf,
    /** The same by the volunteer number, which a merge carries over. */
    async eligibilityByNumber(number: string) {
      const found = await numbers.find(number);
      const eligibility = found && (await volunteers.eligibilityOf(found.id));
      return eligibility && { ...eligibility, volunteerId: found.id };
    },
    /** A list of volunteers, for the operator's command line. */
    importVolunteers: imports.runForOperator,
    /** The rows of a volunteer who is loaded in bulk. */
    volunteerItems: (person: PersonOnFile) => volunteerItems(deps, person),
  };
}
