import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { TrioPosition } from '@kaifong/shared/organisation/team-kinds.ts';
import { MemberRole, MembershipState, memberRoles } from '@kaifong/shared/people/teams/team-membership.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';

/*
 * Access patterns of teams, in the people table. Belonging to a team names volunteers, whom organisation must not know, and is
 * decided together with their state and their roles: so it lives here, and only the team itself in organisation.
 *
 *   a volunteer in a team                        VOLUNTEER#<id>   TEAM#<scope>
 *   the teams of a volunteer                     VOLUNTEER#<id>   TEAM#…
 *   a team at a glance                           TEAM#<scope>     ROSTER
 *   the members of a team, its leader first      byTeam: <scope>#member    <role>#<since>#<id>
 *   who asks to join, the longest waiting first  byTeam: <scope>#waiting   <role>#<since>#<id>
 */

export const MembershipItem = itemType({
  entity: 'membership',
  schema: z.object({
    volunteerId: Id('volunteer'),
    team: Scope,
    state: MembershipState,
    role: MemberRole,
    position: TrioPosition.optional(),
    since: Instant,
  }),
  key: ({ volunteerId, team }: { volunteerId: string; team: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `TEAM#${team}`,
  }),
  indexes: {
    byTeam: ({ team, state, role, since, volunteerId }) => ({
      pk: `${team}#${state}`,
      sk: `${memberRoles.indexOf(role)}#${since}#${volunteerId}`,
    }),
  },
});
export type Membership = z.output<typeof MembershipItem.schema>;

/**
 * A team at a glance: how many members, who leads, who holds which position. Everything that changes who belongs moves its version, so
 * that it always agrees with the memberships. `codeNumber` counts how often the team's QR code was replaced.
 */
export const RosterItem = itemType({
  entity: 'teamRoster',
  schema: z.object({
    team: Scope,
    members: z.int(),
    leader: Id('volunteer').optional(),
    deputies: z.array(Id('volunteer')),
    positions: z.partialRecord(TrioPosition, Id('volunteer')),
    codeNumber: z.int(),
    version: z.int(),
  }),
  key: ({ team }: { team: string }) => ({ pk: `TEAM#${team}`, sk: 'ROSTER' }),
});
export type Roster = z.output<typeof RosterItem.schema>;

/** The roster of a team that nobody has joined. */
export function emptyRoster(team: string): Roster {
  return { team, members: 0, deputies: [], positions: {}, codeNumber: 1, version: 0 };
}

/** The write that changes a roster as it was read; refused when somebody changed it meanwhile. */
export function putRoster(table: Table, before: Roster, after: Roster): Write {
  const unchanged = before.version === 0 ? ({ absent: true } as const) : { is: { version: before.version } };
  return table.put(RosterItem, { ...after, version: before.version + 1 }, unchanged);
}
