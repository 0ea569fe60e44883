import { gcj02From } from '@kaifong/shared/kernel/gcj02.ts';
import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFencedShift, atThePlace } from '../../test/a-fenced-shift.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { fixesPartition, KeptFix } from './fence.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const send = async (caller: TestClient, shiftId: string, entry: object) =>
  (await caller.post(`/attendance-fixes/${shiftId}`, { what: 'in', fix: atThePlace, ...entry })).body;

/** Where phones were, as it is kept: of this shift. */
async function keptOf(shiftId: string) {
  const { items } = await district.table('attendance').query(KeptFix, fixesPartition, { index: 'byDue', limit: 100 });
  return items.filter((kept) => kept.shiftId === shiftId);
}

describe('checking in by where the phone is', () => {
  it('counts within the fence, stays marked so, and keeps a hundred metres of the place', async () => {
    const { caller, leader, shiftId, volunteerId, startsAt } = await aFencedShift(district);
    const precise = { longitude: 113.238_712, latitude: 23.120_643, accuracyMetres: 12.4 };
    const came = await send(caller, shiftId, { fix: precise });
    expect(came).toMatchObject({ state: 'here', stays: [{ in: { way: 'geofence', at: district.clock.now } }] });
    expect(await keptOf(shiftId)).toMatchObject([
      { volunteerId, what: 'in', longitude: 113.239, latitude: 23.121, accuracyMetres: 12, metres: 27 },
    ]);
    const copy = await caller.get(`/attendance-copy/${volunteerId}/positions`);
    expect(copy.body.items).toMatchObject([{ shiftId, longitude: 113.239, latitude: 23.121 }]);
    district.clock.now = shiftBy(startsAt, hour);
    expect((await send(caller, shiftId, { what: 'out' })).state).toBe('left');
    const confirmed = await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
    expect(confirmed.body.record.minutes).toBe(60);
    expect((await caller.get('/service-records')).body.items[0].ways).toEqual(['geofence']);
  });

  it('reads GCJ-02 when the phone says so, and takes the same figures for 620 m away when it does not', async () => {
    const { caller, shiftId } = await aFencedShift(district);
    const shifted = { ...gcj02From(atThePlace), accuracyMetres: 15 };
    expect(await send(caller, shiftId, { fix: shifted })).toMatchObject({ code: 'fence.outside' });
    expect((await send(caller, shiftId, { fix: { ...shifted, system: 'gcj02' } })).state).toBe('here');
  });

  it('says clearly what is wrong with a fix of 2 km accuracy, and keeps nothing of it', async () => {
    const { caller, shiftId } = await aFencedShift(district);
    expect(await send(caller, shiftId, { fix: { ...atThePlace, accuracyMetres: 2_000 } })).toMatchObject({
      status: 409,
      code: 'fence.vague',
      detail:
        '手机定位的误差有 2000 米，分不清您在不在现场（要在 200 米以内）。请到室外或打开精确定位再试，或扫队长屏幕上的码。',
    });
    expect(await keptOf(shiftId)).toEqual([]);
  });

  it('says how far away a phone is that is elsewhere, and keeps nothing of it', async () => {
    const { caller, shiftId } = await aFencedShift(district);
    const answer = await send(caller, shiftId, { fix: { longitude: 113.258, latitude: 23.1205, accuracyMetres: 20 } });
    expect(answer).toMatchObject({ status: 409, code: 'fence.outside' });
    expect(answer.detail).toContain('约 1994 米');
    expect(await keptOf(shiftId)).toEqual([]);
  });

  it('is not for a place without a fence, nor for who has no place, too early, or out before in', async () => {
    const plain = await anAttendance(district, 'expected');
    expect((await send(plain.caller, plain.shiftId, {})).code).toBe('fence.none');
    const { caller, shiftId, startsAt } = await aFencedShift(district);
    expect((await send(plain.caller, shiftId, {})).code).toBe('attendance.notSignedUp');
    expect((await send(caller, shiftId, { what: 'out' })).code).toBe('attendance.notCheckedIn');
    district.clock.now = shiftBy(startsAt, -31 * minute);
    expect((await send(caller, shiftId, {})).code).toBe('attendance.tooEarly');
    district.clock.now = startsAt;
    expect((await send(caller, shiftId, {})).state).toBe('here');
    expect((await send(caller, shiftId, {})).code).toBe('attendance.alreadyCheckedIn');
  });
});

describe('where a phone was that had no network', () => {
  it('waits for the leader, who lets it count at the time of the tap', async () => {
    const { caller, leader, shiftId, volunteerId } = await aFencedShift(district);
    const tappedAt = district.clock.now;
    district.later(30 * minute);
    const { state, reviews } = await send(caller, shiftId, { tappedAt });
    expect([state, reviews]).toMatchObject(['expected', [{ reasons: ['phoneOnly'], at: tappedAt, way: 'geofence' }]]);
    expect((await send(caller, shiftId, { tappedAt })).code).toBe('attendance.entryInReview');
    const path = `/shifts/${shiftId}/attendance/${volunteerId}/reviews/${reviews[0].entryId}`;
    expect((await leader.post(path, { verdict: 'count' })).body.stays).toEqual([
      { in: { at: tappedAt, way: 'geofence' } },
    ]);
  });

  it.each([
    ['slow', -day],
    ['fast', day],
  ])('and whose clock is a day %s waits with the time when it came in', async (_, off) => {
    const { caller, shiftId } = await aFencedShift(district);
    const tappedAt = shiftBy(district.clock.now, off);
    const { reviews } = await send(caller, shiftId, { tappedAt });
    expect(reviews).toMatchObject([{ reasons: ['clockDisagrees', 'phoneOnly'], at: district.clock.now, tappedAt }]);
  });

  it('is sent twice and counts once', async () => {
    const { caller, shiftId } = await aFencedShift(district);
    const key = `fix-${shiftId}`;
    const body = { what: 'in', fix: atThePlace, tappedAt: district.clock.now };
    const [first, second] = [
      await caller.post(`/attendance-fixes/${shiftId}`, body, { key }),
      await caller.post(`/attendance-fixes/${shiftId}`, body, { key }),
    ];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect(await keptOf(shiftId)).toHaveLength(1);
  });
});

it('is forgotten after 90 days: the attendance still says that it was near', async () => {
  const { caller, shiftId } = await aFencedShift(district);
  await send(caller, shiftId, {});
  const attendance = district.contexts.attendance;
  await attendance.fences.onTick(shiftBy(district.clock.now, 90 * day - 1));
  expect(await keptOf(shiftId)).toHaveLength(1);
  await attendance.fences.onTick(shiftBy(district.clock.now, 90 * day));
  expect(await keptOf(shiftId)).toEqual([]);
  expect((await caller.get(`/shifts/${shiftId}/my-attendance`)).body.stays).toMatchObject([
    { in: { way: 'geofence' } },
  ]);
});
