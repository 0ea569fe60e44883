import { deferred } from '../platform/deferred.ts';
import type { SchedulingDeps } from './deps.ts';
import { dueService } from './due.service.ts';
import { schedulingFacts } from './facts.ts';
import { browseService } from './sign-up/browse.service.ts';
import { signUpService } from './sign-up/sign-up.service.ts';
import { waitlistService } from './sign-up/waitlist.service.ts';

export { type SettledActivity, type SettledShift, schedulingDemoItems } from './demo.ts';
export type { SchedulingDeps } from './deps.ts';
export type { ShiftFacts, SignUpFacts } from './facts.ts';
export { handoverReactions } from './handover/handover.reactions.ts';
export { plantedPreferences } from './preferences/planted-preferences.ts';
export { rosterReactions } from './roster/roster.reactions.ts';
export { schedulingReactions } from './scheduling.reactions.ts';
export { schedulingRoutes } from './scheduling.routes.ts';
export { type MadeUpSeries, seriesDemoItems } from './series/demo.ts';
export { seriesReactions } from './series/series.reactions.ts';

/** Activities and their shifts, who has a place, and who waits for one. */
export type Scheduling = ReturnType<typeof createScheduling>;

export function createScheduling(deps: SchedulingDeps) {
  const calendarAddresses = deferred(async () =>
    (await import('./calendar/calendar-address.service.ts')).calendarAddressService(deps),
  );
  return {
    /** Calendars at secret addresses, for the programs that people have. */
    calendarAddresses,
    calendars: deferred(async () =>
      (await import('./calendar/calendar-feed.service.ts')).calendarFeedService(deps, calendarAddresses),
    ),
    activities: deferred(async () => (await import('./shifts/activity.service.ts')).activityService(deps)),
    shifts: deferred(async () => (await import('./shifts/shift.service.ts')).shiftService(deps)),
    /** Shifts of help that somebody asked for. */
    helpShifts: deferred(async () => (await import('./shifts/help-shift.service.ts')).helpShiftService(deps)),
    places: deferred(async () => (await import('./sign-up/places.service.ts')).placesService(deps)),
    wording: deferred(async () => (await import('./shifts/wording.service.ts')).wordingService(deps)),
    /** Other places where people meet. */
    relocations: deferred(async () => (await import('./relocation/relocation.service.ts')).relocationService(deps)),
    callOffs: deferred(async () => (await import('./shifts/call-off.service.ts')).callOffService(deps)),
    staffing: deferred(async () => (await import('./staffing/staffing.service.ts')).staffingService(deps)),
    signUps: signUpService(deps),
    waitlist: waitlistService(deps),
    browse: browseService(deps),
    /** What one person can take. */
    suitable: deferred(async () => (await import('./suitable/suitable.service.ts')).suitableService(deps)),
    release: deferred(async () => (await import('./sign-up/release.service.ts')).releaseService(deps)),
    merges: deferred(async () => (await import('./merge.service.ts')).mergeService(deps)),
    teamMoves: deferred(async () => (await import('./relocation/team-move.service.ts')).teamMoveService(deps)),
    rosters: deferred(async () => (await import('./roster/roster.service.ts')).rosterService(deps)),
    /** Places that pass from one volunteer to another. */
    handovers: deferred(async () => (await import('./handover/handover.service.ts')).handoverService(deps)),
    takings: deferred(async () => (await import('./handover/taking.service.ts')).takingService(deps)),
    handoverLists: deferred(async () =>
      (await import('./handover/handover-lists.service.ts')).handoverListsService(deps),
    ),
    /** What scheduling has of the records that a merge made a person's, for the copy of her own data. */
    copies: deferred(async () => (await import('./copy.service.ts')).copyService(deps)),
    handoverCandidates: deferred(async () => (await import('./handover/candidate.service.ts')).candidateService(deps)),
    handoversDue: deferred(async () => (await import('./handover/handover-due.service.ts')).handoverDueService(deps)),
    /** Series of shifts, and who is signed up for each of their shifts once for all. */
    series: deferred(async () => (await import('./series/series.service.ts')).seriesService(deps)),
    seriesChanges: deferred(async () => (await import('./series/series-change.service.ts')).seriesChangeService(deps)),
    seriesWork: deferred(async () => (await import('./series/series-work.ts')).seriesWork(deps)),
    regulars: deferred(async () => (await import('./series/regular.service.ts')).regularService(deps)),
    regularViews: deferred(async () => (await import('./series/regular-view.service.ts')).regularViewService(deps)),
    /** What becomes of regular places when something happens to a person elsewhere. */
    regularUpkeep: deferred(async () =>
      (await import('./series/regular-upkeep.service.ts')).regularUpkeepService(deps),
    ),
    /** Templates of shifts, and copies of a week. */
    copying: deferred(async () => (await import('./copying/copying.service.ts')).copyingService(deps)),
    rosterHand: deferred(async () => (await import('./roster/hand.service.ts')).handService(deps)),
    preferences: deferred(async () => (await import('./preferences/preferences.service.ts')).preferencesService(deps)),
    boards: deferred(async () => (await import('./board/board.service.ts')).boardService(deps)),
    boardMoves: deferred(async () => (await import('./board/move.service.ts')).boardMoveService(deps)),
    /** For what works rosters out, far from any request. */
    deps,
    /** What the clock must do: offers and lines move on. */
    onTick: dueService(deps).onTick,
    ...schedulingFacts(deps),
  };
}
