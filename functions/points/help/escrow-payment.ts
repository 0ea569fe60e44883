import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { helpSettings, isPaidByHelp, payHelp } from '@kaifong/shared/points/help/help.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { referenceOf } from '../booking-of.ts';
import type { Earned } from '../earned-by.ts';
import { holderOf } from '../holder.ts';
import { type Posted, VolunteerAccount } from '../points.table.ts';
import { outOfEscrow } from './ended.ts';
import { HelpItem } from './help.table.ts';

type Booking = Readonly<{ holder: string; corrected: Posted | undefined; at: Instant }>;

/**
 * What a record of service at a shift of help is paid from the points that are held for it, with the writes beside its booking, which are refused
 * when the request moved since it was read. `undefined` for a record that the rules of the day weigh: nothing is left for it, or it takes back one
 * that they weighed.
 */
export async function escrowPayment(
  table: Table,
  helpId: string,
  record: ServiceRecorded,
  { holder, corrected, at }: Booking,
): Promise<{ points: number; earned: Earned; writes: Record<string, Write> } | undefined> {
  const { volunteerId, seq, minutes, activity } = record;
  const help = await table.get(HelpItem, { id: helpId });
  if (!help || corrected?.weighed !== undefined || !isPaidByHelp(help, volunteerId)) return undefined;
  const asker = await table.get(VolunteerAccount, { volunteerId: help.volunteerId });
  const isAsker = (await holderOf(table, help.volunteerId, asker)).holder === holder;
  const { points, held, helped } = payHelp(help, { volunteerId, minutes, isAsker });
  const { version, endsAt } = help;
  // What comes back waits for the hours that are entered in place of these.
  const until = shiftBy(points < 0 && at > endsAt ? at : endsAt, helpSettings.settleDays * day);
  const dueAt = help.dueAt && help.dueAt > until ? help.dueAt : until;
  const after = { ...help, held, helped, version: version + 1, ...((help.dueAt || held > 0) && { dueAt }) };
  const reference = `${referenceOf(volunteerId, seq)}/escrow`;
  return {
    points,
    earned: {
      by: { ...(activity && { kind: activity.kind }), weights: [], minutes: points * 60, asHelp: true },
    },
    writes: {
      help: table.put(HelpItem, after, { is: { version } }),
      ...(points !== 0 && outOfEscrow(table, help, points, reference, at)),
    },
  };
}
