import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { RosterSummary } from '@kaifong/shared/scheduling/roster/roster.ts';
import { rosterErrors } from '@kaifong/shared/scheduling/roster/roster-errors.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { Table } from '../../platform/table.ts';
import { RosterItem, RosterShiftItem } from './roster.table.ts';

/** Writes what a leader changed in one shift of a roster, with the figures that it changes. @throws AppError roster.moved */
export async function writeChange(
  command: Command,
  table: Table,
  { roster, item, changed }: Readonly<{ roster: RosterItem; item: RosterShiftItem; changed: RosterShiftItem }>,
): Promise<RosterItem> {
  const more = changed.proposals.length - item.proposals.length;
  const answer = { ...roster, ...(roster.summary && { summary: withMore(roster.summary, item, more) }) };
  const outcome = await commit(
    command,
    table,
    {
      roster: table.put(RosterItem, answer, { is: { run: roster.run, state: roster.state } }),
      shift: table.put(RosterShiftItem, changed, { is: { version: item.version } }),
    },
    { answer },
  );
  const moved = () => new AppError(rosterErrors.moved);
  mustCommit(outcome, { roster: moved, shift: moved });
  return answer;
}

function withMore(summary: RosterSummary, { startsAt }: RosterShiftItem, more: number): RosterSummary {
  const own = dayOf(startsAt);
  return {
    ...summary,
    filled: summary.filled + more,
    days: summary.days.map((each) => (each.day === own ? { ...each, filled: each.filled + more } : each)),
  };
}
