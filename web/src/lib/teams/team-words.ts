import type { MemberRole } from '@kaifong/shared/people/teams/team-membership.ts';
import { m } from '#paraglide/messages.js';

/** What somebody is in a team, in a word. */
export const roleNames: Readonly<Record<MemberRole, () => string>> = {
  leader: m.teams_leader,
  deputy: m.teams_deputy,
  member: m.teams_member,
};
