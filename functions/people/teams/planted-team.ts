import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { compositionOf, type TeamKind } from '@kaifong/shared/organisation/team-kinds.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { emptyRoster, MembershipItem, RosterItem } from './membership.table.ts';

/** A team whose people are loaded in bulk. */
export type PlantedTeam = Readonly<{
  scope: string;
  kind: TeamKind;
  /** Its leader first. Positions that its kind prescribes go to the first ones. */
  members: readonly Readonly<{ volunteerId: string; since: Instant }>[];
  /** Who asks to join. */
  waiting?: readonly Readonly<{ volunteerId: string; since: Instant }>[];
}>;

/** What belonging to a team is stored as: the very items that joining would write. Leaders' rights are for whoever loads the accounts. */
export function* plantedMembers(
  table: Table,
  { scope: team, kind, members, waiting = [] }: PlantedTeam,
): Generator<Write> {
  const positions = compositionOf(kind);
  for (const [index, { volunteerId, since }] of members.entries()) {
    const position = positions[index];
    const role = index === 0 ? 'leader' : 'member';
    yield table.put(MembershipItem, { volunteerId, team, state: 'member', role, since, ...(position && { position }) });
  }
  for (const { volunteerId, since } of waiting) {
    yield table.put(MembershipItem, { volunteerId, team, state: 'waiting', role: 'member', since });
  }
  const leader = members[0]?.volunteerId;
  yield table.put(RosterItem, {
    ...emptyRoster(team),
    members: members.length,
    ...(leader && { leader }),
    positions: Object.fromEntries(
      positions.flatMap((position, n) => (members[n] ? [[position, members[n].volunteerId]] : [])),
    ),
    version: 1,
  });
}
