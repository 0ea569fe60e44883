import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { stepOf } from '@kaifong/shared/points/ranking/ranking.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { rankedIn } from './counting.service.ts';
import { partFor, StandingItem, StepItem, TeamMonthItem } from './rankings.table.ts';

/** What made-up service records are in the rankings, just as their events would have counted them. */
export function* rankingDemoItems(table: Table, records: readonly ServiceRecorded[]): Generator<Write> {
  const standings = new Map<string, StandingItem>();
  const teams = new Map<string, { month: string; team: string; minutes: number }>();
  for (const record of records) {
    const { volunteerId, minutes, teamScope: team } = record;
    for (const where of rankedIn(record)) {
      const key = `${where.period} ${where.scope} ${volunteerId}`;
      standings.set(key, { ...where, volunteerId, minutes: (standings.get(key)?.minutes ?? 0) + minutes });
    }
    const month = record.day.slice(0, 7);
    if (team !== undefined)
      teams.set(`${month} ${team}`, { month, team, minutes: (teams.get(`${month} ${team}`)?.minutes ?? 0) + minutes });
  }
  const steps = new Map<string, Parameters<typeof StepItem.key>[0] & { people: number }>();
  for (const standing of standings.values()) {
    yield table.put(StandingItem, standing);
    const { period, scope, volunteerId } = standing;
    const [part, step] = [partFor(scope, volunteerId), stepOf(standing.minutes)];
    if (step === undefined) continue;
    const key = `${period} ${scope} ${part} ${step}`;
    steps.set(key, { period, scope, part, step, people: (steps.get(key)?.people ?? 0) + 1 });
  }
  for (const step of steps.values()) yield table.put(StepItem, step);
  for (const team of teams.values()) yield table.put(TeamMonthItem, team);
}
