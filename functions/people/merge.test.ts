import { makeSyntheticId } from '@kaifong/shared/people/document.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMerge } from '../test/a-merge.ts';
import { aShift } from '../test/a-shift.ts';
import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance } from '../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

let born = 0;
/** Two people with one name and birth date, and documents of their own. */
async function twins(name: string, places: readonly string[] = [home.community, home.community]) {
  const birthDate = `1955-01-${String(++born).padStart(2, '0')}`;
  const people = [];
  for (const [index, community] of places.entries()) {
    const caller = await district.person();
    const documentNumber = makeSyntheticId({ birthDate, sequence: 2 + 2 * index });
    const { status, body } = await caller.post('/volunteers', aRegistration({ name, documentNumber, community }));
    expect(status).toBe(201);
    people.push({ caller, volunteerId: body.id as string, number: body.number as string });
  }
  await district.settle();
  return people;
}

const pairsOf = async (caller: TestClient, place: string) =>
  (await caller.get(`/likely-duplicates?place=${place}&limit=100`)).body.items as {
    because: string[];
    people: { id: string; mobile: string; document: { number: string } }[];
  }[];

describe('likely duplicates', () => {
  it('are found as people register, and shown under masks', async () => {
    const people = await twins('区小敏');
    const pair = (await pairsOf(coordinator, home.community)).find((each) =>
      each.people.some(({ id }) => id === people[0]?.volunteerId),
    );
    expect(pair?.because).toEqual(['nameAndBirth']);
    expect(pair?.people.map(({ id }) => id)).toEqual(people.map(({ volunteerId }) => volunteerId).sort());
    expect(pair?.people[0]?.document.number).toMatch(/\*{4}/);
    expect(pair?.people[0]?.mobile).toMatch(/\*{4}/);
  });

  it('lie where both lie, so that only who reaches both is shown them', async () => {
    const [one] = await twins('单若男', [home.community, elsewhere.community]);
    const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
    const has = async (caller: TestClient, place: string) =>
      (await pairsOf(caller, place)).some((each) => each.people.some(({ id }) => id === one?.volunteerId));
    expect(await has(coordinator, home.street)).toBe(false);
    expect(await has(ofDistrict, '440103')).toBe(true);
  });

  it('stay answered once they were told apart, also when the finding is told again', async () => {
    const people = await twins('曾美玲');
    const volunteerIds = people.map(({ volunteerId }) => volunteerId);
    expect((await coordinator.post('/likely-duplicates/apart', { volunteerIds })).status).toBe(200);
    await district.redeliver();
    const shown = await pairsOf(coordinator, home.community);
    expect(shown.some((each) => each.people.some(({ id }) => id === volunteerIds[0]))).toBe(false);
  });
});

describe('a merge', () => {
  it('moves minutes, points and places to come, and undoing it moves them back', async () => {
    const served = await anAttendance(district, 'confirmed', { minutes: 120 });
    await district.settle();
    const stays = await aVolunteer(district);
    const { shiftId } = await aShift(district);
    expect((await served.caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);

    const { mergeId } = await aMerge(district, { coordinator, stays, goes: served });
    await district.settle();
    const merged = await coordinator.get(`/merges/${mergeId}`);
    expect(merged.body.state).toBe('merged');
    expect((await stays.caller.get('/service-records/total')).body.minutes).toBe(120);
    expect((await stays.caller.get('/points')).body.balance).toBe(2);
    expect((await stays.caller.get('/agenda')).body.items.map((each: { shiftId: string }) => each.shiftId)).toEqual([
      shiftId,
    ]);
    expect((await served.caller.get('/session')).status).toBe(401);

    expect((await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' })).status).toBe(202);
    await district.settle();
    await district.redeliver();
    expect((await coordinator.get(`/merges/${mergeId}`)).body.state).toBe('undone');
    expect((await stays.caller.get('/service-records/total')).body.minutes).toBe(0);
    expect((await stays.caller.get('/agenda')).body.items).toEqual([]);
    await served.caller.signIn(served.mobile, district.sent);
    expect((await served.caller.get('/points')).body.balance).toBe(2);
    expect((await served.caller.get('/service-records/total')).body.minutes).toBe(120);
  });
});
