import type { Role } from '@kaifong/shared/identity/roles.ts';
import type { IconName } from '#lib/components/icons.ts';
import type { Area } from '#lib/session/areas.ts';
import type { Me } from '#lib/session/me.ts';
import { m } from '#paraglide/messages.js';

/** A place in the site that the bar leads to. `label` is called while the page renders, in its language. */
export type Destination = Readonly<{
  href: string;
  icon: IconName;
  label: () => string;
  /** Who it is for, where an area has several roles that do different things. */
  roles?: readonly Role[];
}>;

/** What an area looks like and leads to. */
export type AreaShell = Readonly<{
  label: () => string;
  accent: 'ultramarine' | 'amber' | 'wood' | 'jade';
  /** At most five, the first being the area's home: a phone's bar holds no more. */
  destinations: readonly Destination[];
}>;

const account: Destination = { href: '/account', icon: 'person', label: m.shell_me };

export const navigation: Readonly<Record<Area, AreaShell>> = {
  volunteer: {
    label: m.shell_areaVolunteer,
    accent: 'ultramarine',
    destinations: [
      { href: '/volunteer', icon: 'home', label: m.shell_home },
      { href: '/volunteer/shifts', icon: 'search', label: m.volunteer_navShifts },
      { href: '/volunteer/agenda', icon: 'calendar', label: m.volunteer_navAgenda },
      { href: '/volunteer/records', icon: 'clock', label: m.volunteer_navRecords },
      account,
    ],
  },
  leader: {
    label: m.shell_areaLeader,
    accent: 'amber',
    destinations: [
      { href: '/leader', icon: 'home', label: m.shell_home },
      { href: '/leader/activities', icon: 'calendar', label: m.leader_activities },
      account,
    ],
  },
  coordinator: {
    label: m.shell_areaCoordinator,
    accent: 'wood',
    destinations: [
      { href: '/coordinator', icon: 'home', label: m.shell_home },
      { href: '/coordinator/applications', icon: 'check', label: m.coordinator_applications },
      { href: '/coordinator/import', icon: 'upload', label: m.coordinator_import },
      { href: '/coordinator/tree', icon: 'tree', label: m.coordinator_tree },
      account,
    ],
  },
  care: {
    label: m.shell_areaCare,
    accent: 'jade',
    destinations: [
      { href: '/care', icon: 'home', label: m.care_navQueue, roles: ['socialWorker'] },
      { href: '/care/my-cases', icon: 'list', label: m.care_myCases, roles: ['socialWorker', 'counsellor'] },
      { href: '/care/escalations', icon: 'bell', label: m.care_navEscalations, roles: ['onCall'] },
      account,
    ],
  },
};

/** The destinations of an area that are there for this person. */
export function destinationsFor(me: Me, area: Area): Destination[] {
  return navigation[area].destinations.filter(
    ({ roles }) => !roles || me.roles.some(({ role }) => roles.includes(role)),
  );
}

/** What the bar shows at once and what behind `more`: 长者模式 offers at most three at a time. */
export function shownFirst(
  destinations: readonly Destination[],
  elder: boolean,
): { first: readonly Destination[]; more: readonly Destination[] } {
  const first = destinations.slice(0, elder ? 3 : 5);
  return { first, more: destinations.slice(first.length) };
}

/** Whether `href` is where the person is: the page itself or one below it; an area's home only itself. */
export function isHere(pathname: string, href: string): boolean {
  const isHome = /^\/[a-z]+$/.test(href) && href !== account.href;
  return pathname === href || (!isHome && pathname.startsWith(`${href}/`));
}
