import { correctionOnNotice } from '@kaifong/functions/attendance/amendments/demo.ts';
import { pushWithRefusal } from '@kaifong/functions/attendance/exchange/demo.ts';
import { fileEntriesInDemo } from '@kaifong/functions/attendance/file-entries/demo.ts';
import type { MadeUpStay } from '@kaifong/functions/attendance/index.ts';
import { finishedPatrol } from '@kaifong/functions/attendance/patrol/demo.ts';
import { sealedFiles } from '@kaifong/functions/platform/file-store.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import type { ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import { demoTeam } from '@kaifong/shared/demo/accounts.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { LocalSurroundings } from './surroundings.ts';
import type { LoadedVolunteer } from './teamwork-load.ts';

/** What came of the demo team's shifts of last week, and where it begins its patrols. */
export type ServedInDemo = Readonly<{
  records: readonly ServiceRecord[];
  stays: readonly Pick<MadeUpStay, 'shift' | 'volunteerId'>[];
  shifts: readonly Readonly<{ id: string; startsAt: Instant; endsAt: Instant }>[];
  meetsAt: { longitude: number; latitude: number };
}>;

type People = Readonly<{
  leader: LoadedVolunteer;
  /** The plain member with a demo account. */
  member: LoadedVolunteer & { volunteerNumber: string };
  coordinator: string;
}>;

/** What comes of attendance beside hours: a patrol, a correction on public notice, a service file, and an exchange with one row refused. */
export async function* attendanceLoad(
  { main }: LocalSurroundings,
  { records, stays, shifts, meetsAt }: ServedInDemo,
  { leader, member, coordinator }: People,
): AsyncGenerator<Write> {
  const now = main.now();
  const sealer = sealerFor(main.keyring);
  const table = new Table(main.client, main.tableName('attendance'));
  const { volunteerId, volunteerNumber, community } = member;
  yield* fileEntriesInDemo(table, { volunteerId, volunteerNumber, community }, { recordedBy: coordinator, now });

  const [own] = records.filter((record) => record.volunteerId === volunteerId && record.teamScope === demoTeam);
  for (const shift of shifts) {
    const came = stays.filter((stay) => stay.shift.id === shift.id).map((stay) => stay.volunteerId);
    if (came.length < 3) continue;
    const made = { shift, teamScope: demoTeam, people: came.slice(0, 3), leader, from: meetsAt };
    yield* finishedPatrol(table, made, now);
    break;
  }
  const wrong = own && shifts.find(({ id }) => id === own.shiftId);
  if (own && wrong) {
    const kept = { table, sealer, files: sealedFiles(main.files, sealer) };
    const shift = { startsAt: wrong.startsAt, endsAt: wrong.endsAt };
    yield* correctionOnNotice(kept, { record: own, shift, approvedBy: coordinator }, now);
  }
  if (own) {
    const refused = { record: own, volunteerNumber };
    yield* pushWithRefusal(table, { records: records.length, refused, askedBy: coordinator }, now);
  }
}
