import { createHash, randomBytes } from 'node:crypto';
import { Session } from '@kaifong/functions/identity/identity.table.ts';
import { volunteerNumberOf } from '@kaifong/functions/people/index.ts';
import type { Row } from '@kaifong/functions/platform/item-type.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { LineItem, SeatItem, ShiftItem, SignUpItem } from '@kaifong/functions/scheduling/scheduling.table.ts';
import { contextsIn, type Surroundings } from '@kaifong/functions/wiring.ts';
import { writeInto } from '@kaifong/infra/local/bulk-load.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';

const community = '440103/001/001';

/** A volunteer who is signed in: the cookie that her browser sends. */
export type Caller = Readonly<{ volunteerId: string; cookie: string }>;

/** Puts so many active volunteers into the tables, each with a session. */
export async function enrolCrowd(surroundings: Surroundings, size: number): Promise<Caller[]> {
  const { people } = contextsIn(surroundings);
  const { client, tableName } = surroundings;
  const now = surroundings.now();
  const identity = new Table(client, tableName('identity'));
  const callers: Caller[] = [];
  const writes: Write[] = [];
  for (let serial = 0; serial < size; serial += 1) {
    const birthDate = shiftBy('1950-01-01T12:00:00.000Z', serial * day).slice(0, 10);
    const { rows, volunteerId, accountId } = await people.volunteerItems({
      name: '陈大文',
      documentKind: 'mainlandId',
      documentNumber: makeSyntheticId({ birthDate, sequence: 1 }),
      birthDate,
      mobile: `+86199${String(serial).padStart(8, '0')}`,
      community,
      skills: ['firstAid'],
      languages: ['cantonese'],
      state: 'active',
      registeredAt: now,
      decidedAt: now,
      number: volunteerNumberOf(serial),
    });
    for (const { table, row } of rows) writes.push(putting(tableName(table), row));
    const secret = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(secret).digest('base64url');
    writes.push(identity.put(Session, { accountId, hash, epoch: 0, startedAt: now, expiresAt: shiftBy(now, day) }));
    callers.push({ volunteerId, cookie: `kaifong_session=${accountId}.${secret}` });
  }
  await writeInto(client, one(writes));
  return callers;
}

let batches = 0;

/**
 * Puts open shifts of half an hour with so many places into the tables, each on a day of its own and at another time of day than
 * the batch before, so that nobody is kept from one by another. Answers with their ids.
 */
export async function openShifts(surroundings: Surroundings, shifts: number, places: number): Promise<string[]> {
  const { client, tableName } = surroundings;
  const table = new Table(client, tableName('scheduling'));
  const ids: string[] = [];
  const offset = (batches++ * hour * 3) / 4;
  const writes: Write[] = [];
  for (let index = 0; index < shifts; index += 1) {
    const startsAt = shiftBy(surroundings.now(), (index + 1) * day + offset);
    const shift = shiftAt({ startsAt, endsAt: shiftBy(startsAt, hour / 2) }, places);
    const { id } = shift;
    writes.push(table.put(ShiftItem, shift), table.put(LineItem, { shiftId: id, waiting: 0, vacated: 0 }));
    for (let number = 1; number <= places; number += 1)
      writes.push(table.put(SeatItem, { shiftId: id, number, state: 'free' }));
    ids.push(id);
  }
  await writeInto(client, one(writes));
  return ids;
}

/** Puts a shift at such a time into the tables, in which everybody of these has a place. Answers with its id. */
export async function giveShift(
  surroundings: Surroundings,
  times: Readonly<{ startsAt: Instant; endsAt: Instant }>,
  among: readonly Caller[],
): Promise<string> {
  const { client, tableName } = surroundings;
  const table = new Table(client, tableName('scheduling'));
  const shift = shiftAt(times, among.length);
  const signUps = among.map(({ volunteerId }, index) =>
    table.put(SignUpItem, {
      ...{ volunteerId, shiftId: shift.id, title: shift.title, placeName: shift.place.name, version: 1, ...times },
      ...{ state: 'signedUp' as const, since: surroundings.now(), seat: index + 1 },
    }),
  );
  await writeInto(client, one([table.put(ShiftItem, shift), ...signUps]));
  return shift.id;
}

function shiftAt(times: Readonly<{ startsAt: Instant; endsAt: Instant }>, places: number) {
  return {
    id: newId('shift', Date.now()),
    activityId: newId('activity', Date.now()),
    title: '平安巡逻',
    kind: 'patrol' as const,
    teamScope: `${community}/T0001`,
    place: { name: '沙面公园', longitude: 113.2393, latitude: 23.1075 },
    state: 'open' as const,
    ...times,
    places,
    version: 1,
  };
}

const putting = (table: string, row: Row): Write => ({ item: { Put: { TableName: table, Item: row } } });

async function* one<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}
