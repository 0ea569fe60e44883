import type { Role } from '@kaifong/shared/identity/roles.ts';
import type { IconName } from '#lib/components/icons.ts';
import type { Area } from '#lib/session/areas.ts';
import { m } from '#paraglide/messages.js';
import type { Accent } from './frame.ts';

/** A place in the site that the bar leads to. `label` is called for each request, in its language. */
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
  accent: Accent;
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
      { href: '/leader/roster', icon: 'list', label: m.roster_title },
      { href: '/leader/team', icon: 'people', label: m.teams_navMembers },
      account,
    ],
  },
  coordinator: {
    label: m.shell_areaCoordinator,
    accent: 'wood',
    destinations: [
      { href: '/coordinator', icon: 'home', label: m.shell_home },
      { href: '/coordinator/applications', icon: 'check', label: m.coordinator_applications },
      { href: '/coordinator/people', icon: 'people', label: m.people_title },
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
      { href: '/care/duties', icon: 'calendar', label: m.duty_ownNav, roles: ['onCall'] },
      { href: '/care/duties', icon: 'phone', label: m.duty_phoneNav, roles: ['socialWorker'] },
      { href: '/care/counselling', icon: 'person', label: m.standing_ownNav, roles: ['counsellor'] },
      { href: '/care/my-supervision', icon: 'heart', label: m.supervising_ownNav, roles: ['counsellor'] },
      { href: '/care/supervision', icon: 'heart', label: m.supervising_nav, roles: ['careSupervisor'] },
      { href: '/care/counsellors', icon: 'people', label: m.standing_nav, roles: ['careSupervisor'] },
      { href: '/care/rota', icon: 'calendar', label: m.duty_nav, roles: ['careSupervisor'] },
      { href: '/care/figures', icon: 'list', label: m.figures_link, roles: ['socialWorker'] },
      { href: '/care/openings', icon: 'alert', label: m.opening_nav, roles: ['careSupervisor'] },
      account,
    ],
  },
  audit: {
    label: m.shell_areaAudit,
    accent: 'ultramarine',
    destinations: [{ href: '/audit', icon: 'list', label: m.audit_title }, account],
  },
  system: {
    label: m.shell_areaSystem,
    accent: 'ultramarine',
    destinations: [{ href: '/system', icon: 'list', label: m.settings_title }, account],
  },
};
