import { plantedMembers } from '@kaifong/functions/people/index.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { demoTeam } from '@kaifong/shared/demo/accounts.ts';
import type { DemoTeam } from '@kaifong/shared/demo/teams.ts';
import type { DemoVolunteer } from '@kaifong/shared/demo/volunteers.ts';
import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { LocalSurroundings } from './surroundings.ts';

/** How many neighbours wait for the word of the demo's team leader. */
const mostWaiting = 2;

type Member = Readonly<{ volunteerId: string; since: string }>;

/** Gathers who belongs to which team of the demo while its volunteers are loaded, and then writes it. */
export function teamLoad({ main }: LocalSurroundings) {
  const members = new Map<string, Member[]>();
  const waiting: Member[] = [];
  return {
    add({ teamScope, leadsTeam, approvedAt, state }: DemoVolunteer, volunteerId: string): void {
      if (!approvedAt) return;
      if (teamScope) {
        const list = members.get(teamScope) ?? [];
        members.set(teamScope, list);
        const member = { volunteerId, since: approvedAt };
        if (leadsTeam) list.unshift(member);
        else list.push(member);
      } else if (state === 'active' && waiting.length < mostWaiting) {
        waiting.push({ volunteerId, since: shiftBy(main.now(), -(waiting.length + 1) * 5 * hour) });
      }
    },

    *writes(teams: readonly DemoTeam[]): Generator<Write> {
      const table = new Table(main.client, main.tableName('people'));
      for (const { scope, kind } of teams) {
        const asks = scope === demoTeam ? { waiting } : {};
        yield* plantedMembers(table, { scope, kind, members: members.get(scope) ?? [], ...asks });
      }
    },
  };
}
