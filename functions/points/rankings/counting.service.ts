import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { lineageOf } from '@kaifong/shared/organisation/scope.ts';
import { stepOf } from '@kaifong/shared/points/ranking.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Table } from '../../platform/table.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { CountedItem, partFor, StandingItem, StepItem, TeamMonthItem } from './rankings.table.ts';

/** Counts what was served for the rankings: with the team, and for the places that the volunteer belongs to; for the month and for good. */
export function countingService({ table }: Readonly<{ table: Table }>) {
  /** The writes that move somebody from one step to another, where she changes it. */
  function stepped(standing: Omit<StandingItem, 'minutes'>, before: number, after: number): Record<string, Write> {
    const { period, scope, volunteerId } = standing;
    const part = partFor(scope, volunteerId);
    const [from, to] = [stepOf(before), stepOf(after)];
    if (from === to) return {};
    const move = (step: number, people: number) =>
      table.adjust(StepItem, { period, scope, part, step }, { add: { people }, set: { period, scope, part, step } });
    return {
      ...(from !== undefined && { [`from ${period} ${scope}`]: move(from, -1) }),
      ...(to !== undefined && { [`to ${period} ${scope}`]: move(to, 1) }),
    };
  }

  /** `undefined` when something else of hers was counted meanwhile and all is to be looked at again. */
  async function countOnce(record: ServiceRecorded): Promise<true | undefined> {
    const { volunteerId, seq, minutes } = record;
    const keys = rankedIn(record).map((where) => ({ volunteerId, ...where }));
    const [counted, standings] = await lookUp([
      table.lookup(CountedItem, { volunteerId, seq }),
      table.lookupAll(StandingItem, keys),
    ]);
    if (counted) return true;
    const writes: Record<string, Write> = {
      counted: table.put(CountedItem, { volunteerId, seq }, { absent: true }),
      team: teamMoved(record),
    };
    for (const [at, key] of keys.entries()) {
      const before = standings[at]?.minutes;
      const after = (before ?? 0) + minutes;
      writes[`standing ${key.period} ${key.scope}`] = table.put(
        StandingItem,
        { ...key, minutes: after },
        before === undefined ? { absent: true } : { is: { minutes: before } },
      );
      Object.assign(writes, stepped(key, before ?? 0, after));
    }
    const outcome = await transact(table.client, writes);
    return outcome.committed || outcome.refused.has('counted') ? true : undefined;
  }

  function teamMoved({ day, teamScope: team, minutes }: ServiceRecorded): Write {
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
    [teamScope, ...lineageOf(community)].map((scope) => ({ period, scope })),
  );
}
