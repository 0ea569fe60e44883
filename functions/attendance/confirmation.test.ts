import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type ServiceRecord, verifyChain } from '@kaifong/shared/attendance/chain.ts';
import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../test/a-shift.ts';
import { aMember } from '../test/a-team.ts';
import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { aCoordinator, anAttendance } from '../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';
import { RecordItem } from './attendance.table.ts';

let district: TestDistrict;
let leader: TestClient;
/** Another leader of the team, since who enters does not confirm. */
let scribe: TestClient;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  leader = await district.person({ role: 'teamLeader', scope: home.team });
  scribe = await district.person({ role: 'teamLeader', scope: home.team });
  coordinator = await aCoordinator(district);
});
afterAll(() => district.stop());

const confirm = (who: TestClient, shiftId: string, volunteerId: string) =>
  who.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);

const reverse = (who: TestClient, shiftId: string, volunteerId: string) =>
  who.post(`/shifts/${shiftId}/attendance/${volunteerId}/reversal`, { reason: '签退时间登记错了' });

/** The team whose leader enters and confirms here. */
async function homeTeam() {
  const path = `/teams/${home.team.replaceAll('/', '-')}`;
  const ofStreet = await district.person({ role: 'coordinator', scope: home.street });
  return { path, coordinator: ofStreet, code: async () => (await ofStreet.get(`${path}/code`)).body.code };
}

/** Her whole chain, oldest record first. */
async function chainOf(caller: TestClient): Promise<ServiceRecord[]> {
  return (await caller.get('/service-records?limit=100')).body.items.toReversed();
}

/** Somebody who served `minutes` at a shift that the leader entered. All of it lies in the past when this ends. */
async function served(
  volunteer: { caller: TestClient; volunteerId: string },
  options: { startsAt: string; hours: number; minutes?: number; asked?: boolean },
) {
  const { startsAt, hours, minutes = hours * 60, asked } = options;
  const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, hours * hour), leader });
  // Eight hours a day are for anybody to take; for more a leader must have asked her.
  if (asked) await leader.post('/boards/invitations', { shiftId, volunteerId: volunteer.volunteerId });
  const signedUp = await volunteer.caller.post(`/shifts/${shiftId}/${asked ? 'offer/acceptance' : 'sign-ups'}`);
  expect(signedUp.body).toMatchObject({ state: 'signedUp' });
  return {
    shiftId,
    enter: async () => {
      const entry = { volunteerId: volunteer.volunteerId };
      const path = `/shifts/${shiftId}/check-ins/by-leader`;
      await scribe.post(path, { ...entry, what: 'in', at: startsAt });
      const left = await scribe.post(path, { ...entry, what: 'out', at: shiftBy(startsAt, minutes * minute) });
      expect(left.body).toMatchObject({ state: 'left' });
    },
  };
}

describe('confirming', () => {
  it('counts the minutes inside the shift and makes a service record of them', async () => {
    const { caller, shiftId, volunteerId, startsAt } = await anAttendance(district, 'left', { leader, minutes: 90 });
    const answer = await confirm(leader, shiftId, volunteerId);
    expect([answer.status, answer.body]).toMatchObject([201, { state: 'confirmed', record: { seq: 1, minutes: 90 } }]);
    expect((await caller.get(`/shifts/${shiftId}/my-attendance`)).body).toMatchObject({
      state: 'confirmed',
      minutes: 90,
    });
    expect((await caller.get('/service-records/total')).body).toEqual({
      minutes: 90,
      stars: 0,
      minutesToNextStar: 5910,
    });
    expect((await caller.get('/service-records')).body.items).toMatchObject([
      {
        seq: 1,
        kind: 'service',
        minutes: 90,
        shiftId,
        title: '荔枝湾平安巡逻',
        startedAt: startsAt,
        endedAt: shiftBy(startsAt, 90 * minute),
        ways: ['rotatingCode'],
        confirmedBy: expect.stringMatching(/^acc_/),
      },
    ]);
  });

  it('waits until she has left, and happens once', async () => {
    const { caller, shiftId, volunteerId } = await anAttendance(district, 'here', { leader });
    expect((await confirm(leader, shiftId, volunteerId)).body.code).toBe('attendance.notLeft');
    const left = await anAttendance(district, 'left', { leader });
    const answers = await Promise.all([1, 2, 3].map(() => confirm(leader, left.shiftId, left.volunteerId)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await confirm(leader, left.shiftId, left.volunteerId)).body.code).toBe('attendance.alreadyConfirmed');
    expect(await chainOf(left.caller)).toHaveLength(1);
    expect(await chainOf(caller)).toEqual([]);
  });

  it('needs somebody else than the person herself', async () => {
    const alsoVolunteers = await district.person({ role: 'teamLeader', scope: home.team });
    const volunteerId: string = (await alsoVolunteers.post('/volunteers', aRegistration())).body.id;
    await coordinator.post(`/volunteers/${volunteerId}/approval`, { decision: 'approve' });
    const { shiftId } = await anAttendance(district, 'left', {
      leader,
      volunteer: { caller: alsoVolunteers, volunteerId, accountId: '', mobile: '' },
    });
    expect((await confirm(alsoVolunteers, shiftId, volunteerId)).body).toMatchObject({
      status: 403,
      code: 'attendance.ownAttendance',
    });
    expect((await confirm(leader, shiftId, volunteerId)).status).toBe(201);
  });

  it('finds nothing to count in a stay that ended before the shift began, or in nobody’s', async () => {
    const early = await anAttendance(district, 'here', { leader });
    await scribe.post(`/shifts/${early.shiftId}/check-ins/by-leader`, { volunteerId: early.volunteerId, what: 'out' });
    expect((await confirm(leader, early.shiftId, early.volunteerId)).body.code).toBe('attendance.nothingToCount');
    const absent = await anAttendance(district, 'expected', { leader });
    expect((await confirm(leader, absent.shiftId, absent.volunteerId)).body.code).toBe('attendance.notCheckedIn');
  });

  it('of more than 8 hours a day is for a coordinator, of more than 12 for the district; nothing is lost meanwhile', async () => {
    const volunteer = await aMember(district, await homeTeam());
    district.clock.now = '2026-12-01T16:00:00.000Z';
    const first = await served(volunteer, { startsAt: '2026-12-01T22:00:00.000Z', hours: 6 });
    const second = await served(volunteer, { startsAt: '2026-12-02T04:30:00.000Z', hours: 5, asked: true });
    const third = await served(volunteer, { startsAt: '2026-12-02T10:00:00.000Z', hours: 4, asked: true });
    district.clock.now = '2026-12-02T15:00:00.000Z';
    for (const shift of [first, second, third]) await shift.enter();

    const of = (who: TestClient, { shiftId }: { shiftId: string }) => confirm(who, shiftId, volunteer.volunteerId);
    expect((await of(leader, first)).status).toBe(201);
    const refused = await of(leader, second);
    expect(refused.body).toMatchObject({ status: 409, code: 'attendance.dayNeedsApproval' });
    expect(refused.body.detail).toContain('660 分钟');
    expect((await volunteer.caller.get(`/shifts/${second.shiftId}/my-attendance`)).body.state).toBe('left');
    expect((await of(coordinator, second)).body).toMatchObject({ record: { minutes: 300 } });
    expect((await of(coordinator, third)).body).toMatchObject({ status: 409, code: 'attendance.dayNeedsDistrict' });
    const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
    expect((await of(ofDistrict, third)).body).toMatchObject({ record: { seq: 3, minutes: 240 } });
    expect((await volunteer.caller.get('/service-records/total')).body.minutes).toBe(900);
  });

  it('is not for who entered it, who does not find it among what waits for her', async () => {
    const { shiftId, volunteerId } = await anAttendance(district, 'here', { leader });
    district.later(hour);
    await leader.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'out' });
    expect((await confirm(leader, shiftId, volunteerId)).body).toMatchObject({
      status: 403,
      code: 'attendance.enteredByYou',
    });
    district.later(2 * hour);
    const waiting = async (who: TestClient) =>
      (await who.get(`/attendance/waiting?place=${home.team}&limit=100`)).body.items.find(
        (each: { shiftId: string }) => each.shiftId === shiftId,
      );
    expect([(await waiting(leader)).mine, (await waiting(scribe)).mine]).toEqual([true, false]);
    expect((await confirm(scribe, shiftId, volunteerId)).status).toBe(201);
  });

  it('of two shifts at the same moment makes a chain of two', async () => {
    const volunteer = await aVolunteer(district);
    district.clock.now = '2026-12-05T01:00:00.000Z';
    const shifts = [
      await served(volunteer, { startsAt: '2026-12-05T02:00:00.000Z', hours: 1 }),
      await served(volunteer, { startsAt: '2026-12-05T04:00:00.000Z', hours: 2 }),
      await served(volunteer, { startsAt: '2026-12-05T07:00:00.000Z', hours: 1 }),
    ];
    district.clock.now = '2026-12-05T09:00:00.000Z';
    for (const shift of shifts) await shift.enter();
    const answers = await Promise.all(shifts.map(({ shiftId }) => confirm(leader, shiftId, volunteer.volunteerId)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const chain = await chainOf(volunteer.caller);
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await verifyChain(chain)).toMatchObject({ sound: true });
    expect((await volunteer.caller.get('/service-records/total')).body.minutes).toBe(240);
  });
});

describe('taking a service record back', () => {
  it('adds a reversal, leaves the record, and lets a coordinator confirm the attendance again, and no leader', async () => {
    const { caller, shiftId, volunteerId } = await anAttendance(district, 'confirmed', { leader, minutes: 90 });
    expect((await reverse(leader, shiftId, volunteerId)).status).toBe(403);
    expect((await reverse(coordinator, shiftId, volunteerId)).body).toMatchObject({
      state: 'left',
      record: { seq: 2, minutes: -90 },
    });
    expect((await reverse(coordinator, shiftId, volunteerId)).body.code).toBe('attendance.notConfirmed');
    expect((await caller.get('/service-records/total')).body.minutes).toBe(0);
    const undone = await confirm(leader, shiftId, volunteerId);
    expect([undone.status, undone.body.code]).toEqual([403, 'attendance.takenBackBefore']);
    expect((await confirm(coordinator, shiftId, volunteerId)).body).toMatchObject({ record: { seq: 3, minutes: 90 } });

    const chain = await chainOf(caller);
    expect(chain.map(({ kind, minutes, reverses }) => [kind, minutes, reverses])).toEqual([
      ['service', 90, undefined],
      ['reversal', -90, 1],
      ['service', 90, undefined],
    ]);
    expect(chain[1]?.reason).toBe('签退时间登记错了');
    expect(await verifyChain(chain)).toMatchObject({ sound: true });
  });
});

describe('the chain', () => {
  it('shows a row that somebody changed in the table itself', async () => {
    const volunteer = await aVolunteer(district);
    await anAttendance(district, 'confirmed', { leader, volunteer, minutes: 60 });
    district.later(3 * hour);
    await anAttendance(district, 'confirmed', { leader, volunteer, minutes: 60 });
    expect(await verifyChain(await chainOf(volunteer.caller))).toMatchObject({ sound: true, head: { seq: 2 } });

    const table = district.table('attendance');
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: RecordItem.key({ volunteerId: volunteer.volunteerId, seq: 1 }),
        UpdateExpression: 'SET #minutes = :minutes',
        ExpressionAttributeNames: { '#minutes': 'minutes' },
        ExpressionAttributeValues: { ':minutes': 600 },
      }),
    );
    expect(await verifyChain(await chainOf(volunteer.caller))).toEqual({ sound: false, seq: 1, fault: 'changed' });
  });

  it('tells in its event no more than who, how long, when, at what and with which team', async () => {
    const { volunteerId } = await anAttendance(district, 'confirmed', { leader, minutes: 60 });
    const table = district.table('attendance');
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    const events = Items.filter(({ pk, data }) => pk.startsWith('EVENT#') && data.volunteerId === volunteerId);
    expect(events.map(({ type, data }) => [type, Object.keys(data).toSorted()])).toEqual([
      [
        'attendance.serviceRecorded',
        ['activity', 'community', 'day', 'kind', 'minutes', 'seq', 'shiftId', 'teamScope', 'volunteerId'],
      ],
    ]);
  });
});

describe('what coordinators read of somebody’s hours', () => {
  it('says what stands and can be taken back, of her branch and to nobody else', async () => {
    const { caller, shiftId, volunteerId } = await anAttendance(district, 'confirmed', { leader, minutes: 90 });
    const read = async (who: TestClient) => (await who.get(`/service-records/of/${volunteerId}`)).body;
    expect((await read(coordinator)).items).toMatchObject([{ seq: 1, kind: 'service', shiftId, stands: true }]);
    expect((await read(coordinator)).items[0]).not.toHaveProperty('hash');
    for (const other of [leader, caller, await district.person({ role: 'coordinator', scope: elsewhere.street })]) {
      expect((await read(other)).code).toBe('platform.notAllowed');
    }
    await reverse(coordinator, shiftId, volunteerId);
    expect((await read(coordinator)).items).toMatchObject([
      { seq: 2, kind: 'reversal', reverses: 1, stands: false },
      { seq: 1, kind: 'service', stands: false },
    ]);
  });
});
