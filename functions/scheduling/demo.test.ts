import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../platform/transact.ts';
import { anActivity } from '../test/a-shift.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { booksOf, faultsIn } from '../test/shift-books.ts';
import { type SettledShift, schedulingDemoItems } from './demo.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

it('made-up shifts cannot be told from real ones', async () => {
  const { now } = district.clock;
  const table = district.table('scheduling');
  const { caller, volunteerId } = await aVolunteer(district);
  const activity = { ...anActivity(), id: newId('activity', Date.parse(now)), createdAt: now };
  const shifts = [1, 2].map((days): SettledShift => {
    const startsAt = shiftBy(now, days * day);
    const signedUp = days === 1 ? [volunteerId] : [];
    const id = newId('shift', Date.parse(now));
    return { id, startsAt, endsAt: shiftBy(startsAt, hour), places: 2, state: 'open', signedUp, signedUpAt: now };
  });
  const writes = [...schedulingDemoItems(table, [{ activity, shifts }])];
  await transact(table.client, Object.fromEntries(writes.entries()));

  const [first = '', second = ''] = shifts.map(({ id }) => id);
  const open = await caller.get(`/shifts/open?street=${home.street}`);
  expect(open.body.items).toMatchObject([
    { id: first, mine: 'signedUp', freePlaces: 1 },
    { id: second, mine: 'none', freePlaces: 2 },
  ]);
  expect((await caller.post(`/shifts/${second}/sign-ups`)).status).toBe(201);
  expect((await caller.delete(`/shifts/${first}/sign-ups/me`)).status).toBe(200);
  expect(faultsIn(await booksOf(table, [first, second], [volunteerId]))).toEqual([]);
});
