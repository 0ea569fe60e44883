import type { PeopleDeps } from '../deps.ts';
import { emptyRoster, type Membership, MembershipItem, type Roster, RosterItem } from './membership.table.ts';

/** What every change of a team reads and writes: somebody's membership and the roster, each as it was read. */
export function teamBooks({ table, identity }: Pick<PeopleDeps, 'table' | 'identity'>) {
  return {
    async rosterOf(team: string): Promise<Roster> {
      return (await table.get(RosterItem, { team })) ?? emptyRoster(team);
    },

    /** Somebody's place in a team and the roster, both as they are now. */
    async placeIn(team: string, volunteerId: string) {
      const [membership, roster] = await table.getPair([MembershipItem, { volunteerId, team }], [RosterItem, { team }]);
      return { membership, roster: roster ?? emptyRoster(team) };
    },

    /** The write that changes a membership as it was read. */
    putAs(before: Membership, changes: Partial<Membership>) {
      const { state, role, position } = before;
      return table.put(MembershipItem, { ...before, ...changes }, { is: { state, role, position } });
    },

    audit: (command: Parameters<typeof identity.accounts.audit>[0], action: string, target: string) =>
      identity.accounts.audit(command, action, target),
  };
}
