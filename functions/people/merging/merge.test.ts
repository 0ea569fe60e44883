import { day } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../identity/identity.table.ts';
import { aCertificate } from '../../test/a-certificate.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aShift } from '../../test/a-shift.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { Volunteer } from '../people.table.ts';
import { birthLikenessOf } from './likeness.ts';
import { LikenessItem } from './merge.table.ts';

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

describe('certificates and trainings', () => {
  it('go over with what they prove, and come back as they are by then', async () => {
    const goes = await aCertificate(district, { state: 'verified' });
    const stays = await aVolunteer(district, { skills: [] });
    const own = async (caller: TestClient) => (await caller.get('/volunteers/me/certificates')).body.items;
    const skills = async (volunteerId: string) => (await district.contexts.people.findVolunteer(volunteerId))?.skills;
    const { mergeId } = await aMerge(district, { coordinator, stays, goes });
    await district.settle();
    expect((await own(stays.caller)).map(({ certificateId }: { certificateId: string }) => certificateId)).toEqual([
      goes.certificateId,
    ]);
    expect(await skills(stays.volunteerId)).toContain('firstAid');

    expect((await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' })).status).toBe(202);
    await district.settle();
    await district.redeliver();
    expect(await own(stays.caller)).toEqual([]);
    expect(await skills(stays.volunteerId)).not.toContain('firstAid');
    await goes.caller.signIn(goes.mobile, district.sent);
    expect(await own(goes.caller)).toHaveLength(1);
    expect(await skills(goes.volunteerId)).toContain('firstAid');
  });
});

/** What a copy reads of a record. */
const recordPaths = (volunteerId: string) => [
  `/rights/records/${volunteerId}`,
  `/scheduling-copy/${volunteerId}/sign-ups`,
  `/scheduling-copy/${volunteerId}/handovers`,
  `/attendance-copy/${volunteerId}/stays`,
  `/attendance-copy/${volunteerId}/service-records`,
  `/points-copy/${volunteerId}/entries`,
  `/points-copy/${volunteerId}/vouchers`,
  `/notification-copy/${volunteerId}/notices`,
  `/notification-copy/${volunteerId}/sent-messages`,
  `/rights/records/${volunteerId}/views`,
];

describe('the person', () => {
  it('is told of a merge and of its undoing, and finds it in the copy of her data', async () => {
    const { mergeId, stays, goes } = await aMerge(district, { coordinator });
    await district.settle();
    const kinds = async (caller: TestClient) =>
      (await caller.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await kinds(stays.caller)).toContain('recordsMerged');
    expect((await stays.caller.get('/rights/copy')).body.merges).toMatchObject([{ mergeId, state: 'merged' }]);
    await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
    await district.settle();
    expect(await kinds(stays.caller)).toContain('mergeUndone');
    await goes.caller.signIn(goes.mobile, district.sent);
    expect(await kinds(goes.caller)).toContain('mergeUndone');
    expect((await stays.caller.get('/rights/copy')).body.merges).toEqual([]);
  });

  it('has in her copy what lies under the records that went into hers, through merges one behind another', async () => {
    const first = await anAttendance(district, 'confirmed', { minutes: 120 });
    await coordinator.post(`/volunteers/${first.volunteerId}/suspension`, { move: 'suspend', reason: '请谈一谈' });
    await coordinator.post(`/volunteers/${first.volunteerId}/suspension`, { move: 'lift', reason: '已经谈过' });
    await district.settle();
    const { stays: second } = await aMerge(district, { coordinator, goes: first });
    await district.settle();
    const { stays } = await aMerge(district, { coordinator, goes: second });
    await district.settle();

    const { merges } = (await stays.caller.get('/rights/copy')).body;
    expect(merges.map((each: { volunteerId: string; into: string }) => [each.volunteerId, each.into])).toEqual([
      [second.volunteerId, stays.volunteerId],
      [first.volunteerId, second.volunteerId],
    ]);
    const paths = recordPaths(first.volunteerId);
    const [record, signUps, handovers, stay, chain, entries, vouchers, notices, messages, views] = await Promise.all(
      paths.map(async (path) => (await stays.caller.get(path)).body),
    );
    expect(record).toMatchObject({ volunteer: { id: first.volunteerId, document: { kind: 'mainlandId' } } });
    expect(record.moves).toContainEqual(expect.objectContaining({ move: 'lift', reason: '已经谈过' }));
    expect(JSON.stringify(record)).not.toMatch(/ealed|Index|nameKeys/);
    expect(signUps.items).toMatchObject([{ shiftId: first.shiftId, state: 'signedUp' }]);
    expect(handovers.items).toEqual([]);
    expect(stay.items).toMatchObject([{ shiftId: first.shiftId, state: 'confirmed' }]);
    expect(chain.items.map(({ kind }: { kind: string }) => kind)).toEqual(['transfer', 'service']);
    expect(entries.items.map(({ points }: { points: number }) => points)).toEqual([-2, 2]);
    expect(vouchers.items).toEqual([]);
    expect(notices.items.map(({ kind }: { kind: string }) => kind)).toContain('suspensionLifted');
    expect(messages.items).toEqual([]);
    expect(views.items).toContainEqual(
      expect.objectContaining({ as: expect.objectContaining({ role: 'coordinator' }) }),
    );

    expect(JSON.stringify(views)).not.toContain('person.copied');

    for (const stranger of [second.caller, (await aVolunteer(district)).caller, coordinator]) {
      for (const path of paths) expect((await stranger.get(path)).status).toBeGreaterThanOrEqual(401);
    }
  });

  it('has it no more from the moment on in which the merge is being undone', async () => {
    const { mergeId, stays, goes } = await aMerge(district, { coordinator });
    await district.settle();
    await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
    expect((await stays.caller.get('/rights/copy')).body.merges).toMatchObject([{ mergeId, state: 'undoing' }]);
    expect((await stays.caller.get(`/rights/records/${goes.volunteerId}`)).status).toBe(404);
    await district.settle();
    for (const path of recordPaths(goes.volunteerId)) expect((await stays.caller.get(path)).status).toBe(404);
  });

  it('who closes her account takes what went into it along: name, document and number', async () => {
    const { mergeId, stays, goes } = await aMerge(district, { coordinator });
    await district.settle();
    expect((await stays.caller.post('/rights/closure')).status).toBe(201);
    district.later(16 * day);
    await district.tick();
    await district.settle();
    const people = district.table('people');
    for (const { volunteerId } of [stays, goes]) {
      const volunteer = await people.get(Volunteer, { id: volunteerId });
      expect(volunteer).toMatchObject({ name: '已注销', documentErased: true, closedAt: expect.any(String) });
    }
    for (const { accountId, mobile } of [stays, goes]) {
      const account = await district.table('identity').get(Account, { id: accountId });
      expect(account?.mobileSealed).toBeUndefined();
      expect(await district.contexts.identity.accounts.accountOf(`+86${mobile}`)).toBeUndefined();
    }
    const undoing = await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
    expect([undoing.status, undoing.body.code]).toEqual([409, 'merge.closed']);
  });

  it('who closed her account is nobody’s likely duplicate any more', async () => {
    const [first] = await twins('卢海棠');
    if (!first) throw new Error('nobody');
    expect(
      (await pairsOf(coordinator, home.community)).some(({ people }) =>
        people.some(({ id }) => id === first.volunteerId),
      ),
    ).toBe(true);
    await first.caller.post('/rights/closure');
    district.later(16 * day);
    await district.tick();
    const birthDate = `1955-01-${String(born).padStart(2, '0')}`;
    const index = await birthLikenessOf(district.sealer, { name: '卢海棠', birthDate });
    const likeness = await district.table('people').get(LikenessItem, { index });
    expect(likeness?.people.map(({ volunteerId }) => volunteerId)).not.toContain(first.volunteerId);
  });
});
