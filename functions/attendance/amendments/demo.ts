import { noticeEndsAt } from '@kaifong/shared/attendance/amendments/rules.ts';
import type { ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import { attendanceGroup } from '@kaifong/shared/attendance/district-figures.ts';
import { idPrefixes, newId } from '@kaifong/shared/kernel/ids.ts';
import { day, hour, type Instant, minutesBetween, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { usualFigures } from '@kaifong/shared/organisation/settings/figures.ts';
import { evidenceInDemo } from '../../people/index.ts';
import type { FileStore } from '../../platform/file-store.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { AmendmentAskedBy, AmendmentItem, AmendmentOf, OpenAmendment } from './amendment.table.ts';

/** Where a made-up amendment is kept. `files` is already under seal. */
type Kept = Readonly<{ table: Table; sealer: Sealer; files: FileStore }>;
type Parties = Readonly<{ record: ServiceRecord; shift: { startsAt: Instant; endsAt: Instant }; approvedBy: string }>;

/**
 * A correction of a record that its leader asked for and somebody else approved yesterday, on public notice now; stored as it would have been,
 * but without the events.
 */
export async function* correctionOnNotice(kept: Kept, { record, shift, approvedBy }: Parties, now: Instant) {
  const { table } = kept;
  const { volunteerId, shiftId, title, teamScope, confirmedBy, seq } = record;
  const [askedAt, approvedAt] = [shiftBy(now, -30 * hour), shiftBy(now, -day)];
  const uploadId = newId('upload', Date.parse(askedAt));
  const id = `${idPrefixes.amendment}${uploadId.slice(idPrefixes.upload.length)}`;
  const file = await evidenceInDemo(kept, { uploadId, name: '当天签到表.pdf' });
  const { startsAt: from, endsAt: until } = shift;
  const writes: Write[] = [
    table.put(AmendmentItem, {
      ...{ id, kind: 'correction', state: 'onNotice', shiftId, volunteerId, title, teamScope, shift },
      ...{ from, until, minutes: minutesBetween(from, until), evidence: 'list', file },
      words: '那天她一直帮到最后，签退时手机没电，我提前替她点了离开。',
      ...{ askedBy: 'leader', askerId: confirmedBy, askedAt, named: false },
      corrects: { seq, minutes: record.minutes },
      approval: { words: '与签到表一致', at: approvedAt, by: approvedBy, upTo: 'organiser' },
      ...{ noticeUntil: noticeEndsAt(approvedAt, usualFigures(attendanceGroup)), objections: [], version: 2 },
    }),
    table.put(OpenAmendment, { shiftId, volunteerId, id }),
    table.put(AmendmentOf, { volunteerId, id }),
    table.put(AmendmentAskedBy, { askerId: confirmedBy, id }),
  ];
  yield* writes;
}
