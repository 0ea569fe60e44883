import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReview } from '../test/a-review.ts';
import { aShift } from '../test/a-shift.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance, shownCode } from '../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** What a phone kept: the code that it saw now, and the time of the tap. */
async function tap(leader: TestClient, shiftId: string) {
  return { code: await shownCode(leader, shiftId), tappedAt: district.clock.now };
}

/** A shift at such a time in Shanghai, with a volunteer who has a place, ten minutes before it begins. */
async function aPlace(startsAt: string, hours: number) {
  district.clock.now = shiftBy(startsAt, -2 * hour);
  const leader = await district.person({ role: 'teamLeader', scope: home.team });
  const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, hours * hour), leader });
  const volunteer = await aVolunteer(district);
  await volunteer.caller.post(`/shifts/${shiftId}/sign-ups`);
  district.clock.now = shiftBy(startsAt, -10 * minute);
  return { ...volunteer, leader, shiftId };
}

describe('what a phone brings late', () => {
  it('counts at the time of the tap, in order and once, however often it is sent', async () => {
    const { caller, leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
    const came = await tap(leader, shiftId);
    district.later(80 * minute);
    const went = await tap(leader, shiftId);
    district.later(5 * hour);
    const send = (what: 'check-ins' | 'check-outs', entry: object, key: string) =>
      caller.post(`/shifts/${shiftId}/${what}`, entry, { key });
    for (const round of [1, 2]) {
      const first = await send('check-ins', came, `in-${shiftId}`);
      expect([round, first.status, first.body.state]).toEqual([round, 201, 'here']);
      const last = await send('check-outs', went, `out-${shiftId}`);
      expect([round, last.status, last.body.state]).toEqual([round, 201, 'left']);
    }
    const { stays, reviews } = (await caller.get(`/shifts/${shiftId}/my-attendance`)).body;
    expect(stays).toEqual([
      { in: { at: came.tappedAt, way: 'lateCode' }, out: { at: went.tappedAt, way: 'lateCode' } },
    ]);
    expect(reviews).toBeUndefined();
    const confirmed = await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
    expect(confirmed.body.record.minutes).toBe(60);
    const [record] = (await caller.get('/service-records')).body.items;
    expect(record.ways).toEqual(['lateCode']);
  });

  it('is refused when its code was older than a minute at the tap, without being late', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const { code } = await tap(leader, shiftId);
    district.later(61_000);
    const answer = await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt: district.clock.now });
    expect(answer.body).toMatchObject({ status: 400, code: 'attendance.codeWrong' });
    expect(answer.body.detail).toContain('请看着队长屏幕上现在的码再扫一次');
  });

  it('waits for the leader when the code is real and older than a minute at the tap', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const { code, tappedAt } = await tap(leader, shiftId);
    district.later(3 * hour);
    const late = { code, tappedAt: shiftBy(tappedAt, 30 * minute) };
    const { status, body } = await caller.post(`/shifts/${shiftId}/check-ins`, late);
    expect([status, body.state]).toEqual([201, 'expected']);
    expect(body.reviews).toMatchObject([{ what: 'in', reasons: ['clockDisagrees'], state: 'open' }]);
  });

  it('is refused with a forged code, or one of another shift', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const other = await anAttendance(district, 'expected', { leader });
    const ofOther = await tap(leader, other.shiftId);
    const tappedAt = district.clock.now;
    district.later(hour);
    const send = async (code: string) => (await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt })).body;
    expect(await send('0000-0000')).toMatchObject({ code: 'attendance.codeWrong' });
    expect(await send(ofOther.code)).toMatchObject({ code: 'attendance.codeWrong' });
    const scanned = `/check-in/${other.shiftId}?code=${ofOther.code.replace('-', '')}`;
    expect(await send(scanned)).toMatchObject({ code: 'attendance.codeOfOtherShift' });
  });

  it('is refused when its code was used for this before', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const came = await tap(leader, shiftId);
    district.later(50 * minute);
    const went = await tap(leader, shiftId);
    district.later(hour);
    await caller.post(`/shifts/${shiftId}/check-ins`, came);
    expect((await caller.post(`/shifts/${shiftId}/check-ins`, came)).body.code).toBe('attendance.alreadyCheckedIn');
    await caller.post(`/shifts/${shiftId}/check-outs`, went);
    expect((await caller.post(`/shifts/${shiftId}/check-outs`, went)).body.code).toBe('attendance.notCheckedIn');
    expect((await caller.post(`/shifts/${shiftId}/check-ins`, came)).body.code).toBe('attendance.seenBefore');
  });

  it.each([
    ['slow', -day],
    ['fast', day],
  ])('from a phone whose clock is a day %s waits with the time when the code was shown', async (_, off) => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const { code } = await tap(leader, shiftId);
    const shownAt = district.clock.now;
    const tappedAt = shiftBy(shownAt, off);
    district.later(hour);
    const { reviews } = (await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt })).body;
    expect(reviews).toMatchObject([{ reasons: ['clockDisagrees'], tappedAt }]);
    expect(Date.parse(shownAt) - Date.parse(reviews[0].at)).toBeLessThan(30_000);
    const again = await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt });
    expect(again.body).toMatchObject({ status: 409, code: 'attendance.entryInReview' });
  });

  it('counts at once when its code is still on the screen, whatever the clock of the phone says', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const code = await shownCode(leader, shiftId);
    const answer = await caller.post(`/shifts/${shiftId}/check-ins`, {
      code,
      tappedAt: shiftBy(district.clock.now, -day),
    });
    expect(answer.body.stays).toEqual([{ in: { at: district.clock.now, way: 'rotatingCode' } }]);
  });

  it('counts within 72 hours, and later waits for the leader', async () => {
    const punctual = await anAttendance(district, 'expected');
    const came = await tap(punctual.leader, punctual.shiftId);
    const tardy = await anAttendance(district, 'expected');
    const cameToo = await tap(tardy.leader, tardy.shiftId);
    district.later(72 * hour);
    const answer = await punctual.caller.post(`/shifts/${punctual.shiftId}/check-ins`, came);
    expect(answer.body.state).toBe('here');
    district.later(1);
    const { state, reviews } = (await tardy.caller.post(`/shifts/${tardy.shiftId}/check-ins`, cameToo)).body;
    expect([state, reviews[0].reasons]).toEqual(['expected', ['tooLong']]);
  });

  it('waits when the attendance was confirmed meanwhile', async () => {
    const { caller, leader, shiftId, volunteerId } = await anAttendance(district, 'left');
    const back = await tap(leader, shiftId);
    district.later(hour);
    await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
    const { state, reviews } = (await caller.post(`/shifts/${shiftId}/check-ins`, back)).body;
    expect([state, reviews[0].reasons]).toEqual(['confirmed', ['confirmedMeanwhile']]);
    const counted = await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/reviews/${reviews[0].entryId}`, {
      verdict: 'count',
    });
    expect(counted.body.code).toBe('attendance.alreadyConfirmed');
  });

  it('is no check-out without a check-in, and goes with a check-in that waits', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const came = await tap(leader, shiftId);
    district.later(30 * minute);
    const went = await tap(leader, shiftId);
    district.later(hour);
    expect((await caller.post(`/shifts/${shiftId}/check-outs`, went)).body).toMatchObject({
      code: 'attendance.notCheckedIn',
      detail: '还没有签到，不能签退。请先签到，或请队长代为登记。',
    });
    await caller.post(`/shifts/${shiftId}/check-ins`, { ...came, tappedAt: shiftBy(came.tappedAt, -day) });
    const { reviews } = (await caller.post(`/shifts/${shiftId}/check-outs`, went)).body;
    expect(reviews.map(({ what, reasons }: { what: string; reasons: string[] }) => [what, ...reasons])).toEqual([
      ['in', 'clockDisagrees'],
      ['out', 'checkInInReview'],
    ]);
  });

  it('counts over midnight, and over the end of a month, on the day when the shift began', async () => {
    for (const [startsAt, day] of [
      ['2026-12-02T14:00:00.000Z', '2026-12-02'],
      ['2026-12-31T15:00:00.000Z', '2026-12-31'],
    ] as const) {
      const { caller, leader, shiftId, volunteerId } = await aPlace(startsAt, 4);
      const came = await tap(leader, shiftId);
      district.clock.now = shiftBy(startsAt, 3 * hour);
      const went = await tap(leader, shiftId);
      district.later(6 * hour);
      await caller.post(`/shifts/${shiftId}/check-ins`, came);
      await caller.post(`/shifts/${shiftId}/check-outs`, went);
      const { record } = (await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`)).body;
      expect(record.minutes).toBe(180);
      expect((await caller.get('/service-records')).body.items).toMatchObject([{ day, minutes: 180 }]);
    }
  });
});

describe('where a phone says it is', () => {
  const nearby = { longitude: 113.2386, latitude: 23.1206 };
  const checkIn = async (fix: object) => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    return (await caller.post(`/shifts/${shiftId}/check-ins`, { code: await shownCode(leader, shiftId), fix })).body;
  };

  it('says nothing with an accuracy of 2 km, so that the code alone decides', async () => {
    expect((await checkIn({ longitude: 113.9, latitude: 22.5, accuracyMetres: 2000 })).state).toBe('here');
    expect((await checkIn({ ...nearby, accuracyMetres: 20 })).state).toBe('here');
  });

  it('sends a check-in from elsewhere to the leader, with the distance and without the place', async () => {
    const { state, reviews } = await checkIn({ longitude: 113.2586, latitude: 23.1205, accuracyMetres: 20 });
    expect([state, reviews[0].reasons, reviews[0].metresAway]).toEqual(['expected', ['farAway'], 2056]);
    expect(JSON.stringify(reviews)).not.toContain('113.25');
  });

  it('is refused when it is no place on earth', async () => {
    const { status, fields } = await checkIn({ longitude: 200, latitude: 23, accuracyMetres: 5 });
    expect([status, fields[0].path]).toEqual([400, 'fix.longitude']);
  });
});

describe('an entry in review', () => {
  const decide = (leader: TestClient, of: { shiftId: string; volunteerId: string }, entryId: string, verdict: string) =>
    leader.post(`/shifts/${of.shiftId}/attendance/${of.volunteerId}/reviews/${entryId}`, { verdict });

  it('is on the leader’s list and counts at the time of its code once the leader says so', async () => {
    const { caller, leader, entry, ...of } = await aReview(district);
    const [line] = (await leader.get(`/shifts/${of.shiftId}/attendance`)).body.items;
    expect(line).toMatchObject({ state: 'expected', reviews: [entry] });
    const decided = await decide(leader, of, entry.entryId, 'count');
    expect(decided.body).toMatchObject({ state: 'here', stays: [{ in: { at: entry.at, way: 'lateCode' } }] });
    expect((await decide(leader, of, entry.entryId, 'dismiss')).body.code).toBe('attendance.reviewDecided');
    const mine = (await caller.get(`/shifts/${of.shiftId}/my-attendance`)).body;
    expect(mine).toMatchObject({ state: 'here', reviews: [{ state: 'counted' }] });
    expect((await leader.get(`/shifts/${of.shiftId}/attendance`)).body.items[0].reviews).toBeUndefined();
  });

  it('counts nothing when it is dismissed', async () => {
    const { caller, leader, entry, ...of } = await aReview(district);
    expect((await decide(leader, of, entry.entryId, 'dismiss')).body).toMatchObject({ state: 'expected', stays: [] });
    const mine = (await caller.get(`/shifts/${of.shiftId}/my-attendance`)).body;
    expect(mine).toMatchObject({ state: 'expected', stays: [], reviews: [{ state: 'dismissed' }] });
  });

  it('is decided once, whoever else decides at the same moment', async () => {
    const { leader, entry, ...of } = await aReview(district);
    const all = ['count', 'count', 'dismiss'].map((verdict) => decide(leader, of, entry.entryId, verdict));
    expect((await Promise.all(all)).map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('is not there when nobody asked, and is not for the volunteer to decide', async () => {
    const { caller, leader, entry, ...of } = await aReview(district);
    expect((await decide(leader, of, 'in-1', 'count')).status).toBe(404);
    expect((await decide(caller, of, entry.entryId, 'count')).status).toBe(403);
  });
});
