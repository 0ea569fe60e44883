import type { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import type { RecordOfVolunteer } from '@kaifong/shared/attendance/schema.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';

/** A link of a chain as a page shows it; the rest is for those who check the chain. */
export function recordInWords(record: ChainRecord | RecordOfVolunteer) {
  const { seq, minutes, recordedAt } = record;
  const shown = { seq, time: spokenMinutes(minutes), isLess: minutes < 0 };
  if (record.kind === 'transfer') return { ...shown, kind: record.kind, recordedAt };
  if (record.kind === 'dayTotal')
    return { ...shown, kind: record.kind, title: m.volunteer_dayTotal(), day: record.day };
  const { kind, title, startedAt, endedAt, ways, reverses, reason } = record;
  return { ...shown, kind, title, startedAt, endedAt, reverses, reason, way: markedWay(ways) };
}

/** How a record came about, where it stays marked. */
function markedWay(ways: readonly string[]) {
  return (['backEntry', 'correction', 'leaderTick'] as const).find((way) => ways.includes(way));
}
