import { activityService } from './activity.service.ts';
import { browseService } from './browse.service.ts';
import { callOffService } from './call-off.service.ts';
import type { SchedulingDeps } from './deps.ts';
import { dueService } from './due.service.ts';
import { schedulingFacts } from './facts.ts';
import { mergeService } from './merge.service.ts';
import { placesService } from './places.service.ts';
import { releaseService } from './release.service.ts';
import { rosterService } from './roster/roster.service.ts';
import { shiftService } from './shift.service.ts';
import { signUpService } from './sign-up.service.ts';
import { staffingService } from './staffing.service.ts';
import { waitlistService } from './waitlist.service.ts';

export { type SettledActivity, type SettledShift, schedulingDemoItems } from './demo.ts';
export type { SchedulingDeps } from './deps.ts';
export type { ShiftFacts, SignUpFacts } from './facts.ts';
export { rosterReactions } from './roster/roster.reactions.ts';
export { schedulingReactions } from './scheduling.reactions.ts';
export { schedulingRoutes } from './scheduling.routes.ts';

/** Activities and their shifts, who has a place, and who waits for one. */
export type Scheduling = ReturnType<typeof createScheduling>;

export function createScheduling(deps: SchedulingDeps) {
  return {
    activities: activityService(deps),
    shifts: shiftService(deps),
    places: placesService(deps),
    callOffs: callOffService(deps),
    staffing: staffingService(deps),
    signUps: signUpService(deps),
    waitlist: waitlistService(deps),
    browse: browseService(deps),
    release: releaseService(deps),
    merges: mergeService(deps),
    rosters: rosterService(deps),
    /** For what works rosters out, far from any request. */
    deps,
    /** What the clock must do: offers and lines move on. */
    onTick: dueService(deps).onTick,
    ...schedulingFacts(deps),
  };
}
