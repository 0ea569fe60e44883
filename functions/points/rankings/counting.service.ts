import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { lineageOf } from '@kaifong/shared/organisation/scope.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Table } from '../../platform/table.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { holderOf } from '../holder.ts';
import { VolunteerAccount } from '../points.table.ts';
import { CountedItem, MovedStanding, StandingItem, TeamMonthItem } from './rankings.table.ts';
import { standingsMoved } from './stepping.ts';

/** Counts what was served for the rankings: with the team, and for the places that the volunteer belongs to; for the month and for good. */
export function countingService({ table }: Readonly<{ table: Table }>) {
  /** `undefined` when something else of hers was counted meanwhile and all is to be looked at again. */
  async function countOnce(record: ServiceRecorded): Promise<true | undefined> {
    const { volunteerId, seq, minutes } = record;
    const rankings = rankedIn(record);
    const [counted, own, standings] = await lookUp([
      table.lookup(CountedItem, { volunteerId, seq }),
      table.lookup(VolunteerAccount, { volunteerId }),
      table.lookupAll(
        StandingItem,
        rankings.map((where) => ({ volunteerId, ...where })),
      ),
    ]);
    if (counted) return true;
    const { holder, merges } = await holderOf(table, volunteerId, own);
    const held = holder === volunteerId ? standings : await standingsOf(holder, rankings);
    const writes: Record<string, Write | undefined> = {
      counted: table.put(CountedItem, { volunteerId, seq }, { absent: true }),
      team: record.teamScope === undefined ? undefined : teamMoved(record, record.teamScope),
    };
    for (const [at, where] of rankings.entries()) {
      Object.assign(
        writes,
        standingsMoved(table, where, [{ volunteerId: holder, before: held[at]?.minutes, minutes }]),
      );
      for (const mergeId of merges) {
        const key = { mergeId, ...where };
        writes[`moved ${mergeId} ${where.period} ${where.scope}`] = table.adjust(MovedStanding, key, {
          add: { minutes },
          set: key,
        });
      }
    }
    const outcome = await transact(table.client, writes);
    return outcome.committed || outcome.refused.has('counted') ? true : undefined;
  }

  const standingsOf = (volunteerId: string, rankings: ReturnType<typeof rankedIn>) =>
    table.getAll(
      StandingItem,
      rankings.map((where) => ({ volunteerId, ...where })),
    );

  function teamMoved({ day, minutes }: ServiceRecorded, team: string): Write {
    const month = day.slice(0, 7);
    return table.adjust(TeamMonthItem, { month, team }, { add: { minutes }, set: { month, team } });
  }

  return {
    /** Counts a service record, exactly once however often it is told. @throws AppError platform.busy when others keep coming first */
    async count(record: ServiceRecorded): Promise<void> {
      await untilSettled(() => countOnce(record));
    },
  };
}

/** The rankings that a service counts in. */
export function rankedIn({ day, teamScope, community }: Pick<ServiceRecorded, 'day' | 'teamScope' | 'community'>) {
  return [day.slice(0, 7), 'all'].flatMap((period) =>
    [...(teamScope ? [teamScope] : []), ...lineageOf(community)].map((scope) => ({ period, scope })),
  );
}
