import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { MembershipItem, putRoster } from './membership.table.ts';
import { unseated } from './roster-change.ts';
import { teamBooks } from './team-books.ts';

/** Teams that are read at a time; nobody is in many. */
const pageSize = 50;

/** Takes those off their teams who are volunteers no more. Who is suspended stays in the team, and its list says so. */
export function leavingService({ table, identity, now }: PeopleDeps) {
  const { placeIn, audit } = teamBooks({ table, identity });

  function leave({ id: volunteerId, accountId }: Volunteer, team: string): Promise<true> {
    return untilSettled(async () => {
      const { membership, roster } = await placeIn(team, volunteerId);
      if (!membership) return true;
      const { state, role } = membership;
      const deed = { actor: { accountId }, now: now(), idempotencyKey: `left/${team}/${membership.since}` };
      const rights =
        role === 'member'
          ? {}
          : await identity.accounts.changeRole(deed, accountId, { role: 'teamLeader', scope: team }, false);
      const outcome = await transact(table.client, {
        membership: table.remove(MembershipItem, { volunteerId, team }, { is: { state, role } }),
        roster: state === 'member' ? putRoster(table, roster, unseated(roster, membership)) : undefined,
        left: audit({ ...deed, operation: 'clock' }, 'team.left', `${volunteerId} ${team}`),
        ...rights,
      });
      return outcome.committed || undefined;
    });
  }

  return {
    /** Ends every membership of one who withdrew, unless she came back by now. A second call finds nothing left to do. */
    async leaveAll(volunteerId: string): Promise<void> {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (volunteer?.state !== 'withdrawn') return;
      let cursor: string | undefined;
      do {
        const range = { beginsWith: 'TEAM#' };
        const page = await table.query(MembershipItem, `VOLUNTEER#${volunteerId}`, { range, limit: pageSize, cursor });
        for (const { team } of page.items) await leave(volunteer, team);
        cursor = page.cursor;
      } while (cursor);
    },
  };
}
