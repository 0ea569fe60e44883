import type { Role } from '@kaifong/shared/identity/roles.ts';
import type { Me } from './me.ts';

/** A part of the site that belongs to certain roles: the route group `(volunteer)` and so on. */
export type Area = 'volunteer' | 'leader' | 'coordinator' | 'care' | 'audit' | 'system';

/** Who may enter an area. It decides what the site shows; what may be read or done, the API decides. */
export const areaRoles: Readonly<Record<Area, readonly Role[]>> = {
  volunteer: ['volunteer'],
  leader: ['teamLeader'],
  coordinator: ['coordinator'],
  care: ['socialWorker', 'counsellor', 'careSupervisor', 'onCall'],
  audit: ['auditAdministrator'],
  system: ['systemAdministrator'],
};

/** In the order in which a person with several roles is led home. */
const areas: readonly Area[] = ['care', 'audit', 'system', 'coordinator', 'leader', 'volunteer'];

export function mayEnter(me: Me, area: Area): boolean {
  return me.roles.some((grant) => areaRoles[area].includes(grant.role));
}

export function areasOf(me: Me): Area[] {
  return areas.filter((area) => mayEnter(me, area));
}

/** The area of a route: `/(leader)/leader/shifts/[id]` is the leader's. */
export function areaOfRoute(routeId: string | null): Area | undefined {
  return areas.find((area) => routeId?.startsWith(`/(${area})`));
}

/** Whether a route needs somebody signed in: every area, and `(account)`, which asks for no role. */
export function needsSession(routeId: string | null): boolean {
  return areaOfRoute(routeId) !== undefined || routeId?.startsWith('/(account)') === true;
}

/** Remembers the area that was used last on this device. It opens nothing: whoever signs in gets it only if it is theirs. */
export const areaCookie = 'kaifong_area';

/** The area in whose frame a person sees a page: the page's own, else the one used last, else the first of theirs. */
export function areaFor(me: Me, routeId: string | null, last: string | undefined): Area | undefined {
  const own = areasOf(me);
  const here = areaOfRoute(routeId);
  return own.find((area) => area === here) ?? own.find((area) => area === last) ?? own[0];
}

/** Where a person lands after signing in: the area used last, if it is theirs. One who is nobody here yet may register. */
export function homeOf(me: Me, last: string | undefined): string {
  const area = areaFor(me, null, last);
  if (area !== undefined) return `/${area}`;
  return me.roles.length === 0 ? '/register' : '/account';
}
