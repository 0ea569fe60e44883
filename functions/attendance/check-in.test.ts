import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../test/a-shift.ts';
import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance, shownCode } from '../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const aLeader = () => district.person({ role: 'teamLeader', scope: home.team });

describe('the code on the leader’s screen', () => {
  it('changes every 30 seconds and says until when it stands', async () => {
    const { leader, shiftId } = await anAttendance(district, 'expected');
    const first = (await leader.get(`/shifts/${shiftId}/check-in-code`)).body;
    expect(first.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(first.path).toBe(`/check-in/${shiftId}?code=${first.code.replace('-', '')}`);
    expect(first.secondsLeft).toBeGreaterThan(0);
    expect(first.secondsLeft).toBeLessThanOrEqual(30);
    expect(Date.parse(first.validUntil) - Date.parse(district.clock.now)).toBeLessThanOrEqual(30_000);
    district.later(30_000);
    expect(await shownCode(leader, shiftId)).not.toBe(first.code);
  });

  it('is for the leaders of the team, not for volunteers or other teams', async () => {
    const { shiftId, caller } = await anAttendance(district, 'expected');
    const other = await district.person({ role: 'teamLeader', scope: elsewhere.team });
    expect((await caller.get(`/shifts/${shiftId}/check-in-code`)).status).toBe(403);
    expect((await other.get(`/shifts/${shiftId}/check-in-code`)).status).toBe(403);
  });

  it('is taken while it stands and 30 seconds longer, not later', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const code = await shownCode(leader, shiftId);
    district.later(60_000);
    const late = await caller.post(`/shifts/${shiftId}/check-ins`, { code });
    expect(late.body).toMatchObject({ status: 400, code: 'attendance.codeWrong' });
    const fresh = await shownCode(leader, shiftId);
    district.later(30_000);
    expect((await caller.post(`/shifts/${shiftId}/check-ins`, { code: fresh })).status).toBe(201);
  });

  it('of another shift is no use', async () => {
    const leader = await aLeader();
    const { caller, shiftId } = await anAttendance(district, 'expected', { leader });
    const other = await anAttendance(district, 'expected', { leader });
    const { path } = (await leader.get(`/shifts/${other.shiftId}/check-in-code`)).body;
    const scanned = await caller.post(`/shifts/${shiftId}/check-ins`, { code: `https://kaifong.example${path}` });
    expect(scanned.body.code).toBe('attendance.codeOfOtherShift');
    const typed = await caller.post(`/shifts/${shiftId}/check-ins`, { code: await shownCode(leader, other.shiftId) });
    expect(typed.body.code).toBe('attendance.codeWrong');
  });

  it('is closed to a volunteer after ten wrong ones, and to her alone', async () => {
    const { caller, leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
    const neighbour = await aVolunteer(district);
    await neighbour.caller.post(`/shifts/${shiftId}/sign-ups`);
    const codes = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      codes.push((await caller.post(`/shifts/${shiftId}/check-ins`, { code: '0000-0000' })).body);
    }
    expect(codes.map(({ code }) => code)).toEqual([...Array(9).fill('attendance.codeWrong'), 'attendance.codeClosed']);
    expect(codes[0].detail).toContain('还可以试 9 次');
    const code = await shownCode(leader, shiftId);
    const right = await caller.post(`/shifts/${shiftId}/check-ins`, { code });
    expect(right.body).toMatchObject({ status: 429, code: 'attendance.codeClosed' });
    expect((await neighbour.caller.post(`/shifts/${shiftId}/check-ins`, { code })).status).toBe(201);
    const ticked = await leader.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'in' });
    expect(ticked.body).toMatchObject({ state: 'here', stays: [{ in: { way: 'leaderTick' } }] });
  });
});

describe('checking in and out', () => {
  it('shows on her page and on the leader’s list', async () => {
    const { caller, leader, shiftId, volunteerId, startsAt, endsAt } = await anAttendance(district, 'expected');
    expect((await caller.get(`/shifts/${shiftId}/my-attendance`)).body).toEqual({
      shiftId,
      state: 'expected',
      stays: [],
      checkInOpensAt: shiftBy(startsAt, -30 * minute),
      checkInClosesAt: endsAt,
      checkOutClosesAt: shiftBy(endsAt, hour),
    });
    const at = district.clock.now;
    const scanned = (await leader.get(`/shifts/${shiftId}/check-in-code`)).body.path;
    expect((await caller.post(`/shifts/${shiftId}/check-ins`, { code: scanned })).body).toMatchObject({
      state: 'here',
      stays: [{ in: { at, way: 'rotatingCode' } }],
    });
    expect((await leader.get(`/shifts/${shiftId}/attendance`)).body.items).toEqual([
      { volunteerId, name: '陈小明', state: 'here', stays: [{ in: { at, way: 'rotatingCode' } }], minutes: 0 },
    ]);
    district.later(80 * minute);
    await caller.post(`/shifts/${shiftId}/check-outs`, { code: await shownCode(leader, shiftId) });
    const left = { at: district.clock.now, way: 'rotatingCode' };
    expect((await leader.get(`/shifts/${shiftId}/attendance`)).body.items).toMatchObject([
      { state: 'left', stays: [{ out: left }], minutes: 60 },
    ]);
  });

  it('is refused without a place, twice, or in the wrong order', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const passerBy = await aVolunteer(district);
    const code = await shownCode(leader, shiftId);
    const refusal = async (who: typeof caller, what: 'check-ins' | 'check-outs') =>
      (await who.post(`/shifts/${shiftId}/${what}`, { code })).body.code;
    expect(await refusal(passerBy.caller, 'check-ins')).toBe('attendance.notSignedUp');
    expect(await refusal(passerBy.caller, 'check-outs')).toBe('attendance.notSignedUp');
    expect(await refusal(caller, 'check-outs')).toBe('attendance.notCheckedIn');
    expect(await refusal(caller, 'check-ins')).toBeUndefined();
    expect(await refusal(caller, 'check-ins')).toBe('attendance.alreadyCheckedIn');
    expect(await refusal(caller, 'check-outs')).toBeUndefined();
    expect(await refusal(caller, 'check-outs')).toBe('attendance.notCheckedIn');
    const gone = await aVolunteer(district);
    await gone.caller.post(`/shifts/${shiftId}/sign-ups`);
    const givenBack = await gone.caller.post(`/shifts/${shiftId}/sign-ups/me/late-cancellation`, {
      reason: '家里有事',
    });
    expect(givenBack.status).toBeLessThan(300);
    expect(await refusal(gone.caller, 'check-ins')).toBe('attendance.notSignedUp');
  });

  it('keeps to its hours, which it names', async () => {
    const leader = await aLeader();
    const { caller } = await aVolunteer(district);
    const startsAt = '2026-11-28T06:00:00.000Z';
    district.clock.now = '2026-11-28T05:00:00.000Z';
    const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, hour), leader });
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    const send = async (what: 'check-ins' | 'check-outs') =>
      (await caller.post(`/shifts/${shiftId}/${what}`, { code: await shownCode(leader, shiftId) })).body;
    expect(await send('check-ins')).toMatchObject({
      code: 'attendance.tooEarly',
      detail: '还没到签到时间，11月28日 13:30 起可以签到。',
    });
    district.later(61 * minute);
    expect((await send('check-ins')).state).toBe('here');
    district.later(2 * hour);
    expect((await send('check-outs')).code).toBe('attendance.checkOutTooLate');
    expect((await send('check-ins')).code).toBe('attendance.tooLate');
  });

  it('happens once when the form is sent twice or two phones try at once', async () => {
    const { caller, leader, shiftId } = await anAttendance(district, 'expected');
    const code = await shownCode(leader, shiftId);
    const answers = await Promise.all([1, 2, 3].map(() => caller.post(`/shifts/${shiftId}/check-ins`, { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const { stays } = (await caller.get(`/shifts/${shiftId}/my-attendance`)).body;
    expect(stays).toHaveLength(1);
  });

  it('is possible three times a day, over all her shifts', async () => {
    const leader = await aLeader();
    const volunteer = await aVolunteer(district);
    district.clock.now = '2026-11-30T01:00:00.000Z';
    const shiftIn = async (hours: number) => {
      const startsAt = shiftBy(district.clock.now, hours * hour);
      const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, hour), leader });
      await volunteer.caller.post(`/shifts/${shiftId}/sign-ups`);
      return shiftId;
    };
    const first = await shiftIn(0.2);
    const second = await shiftIn(2);
    const comeAndGo = async (shiftId: string) => {
      const code = await shownCode(leader, shiftId);
      const came = await volunteer.caller.post(`/shifts/${shiftId}/check-ins`, { code });
      if (came.status === 201) await volunteer.caller.post(`/shifts/${shiftId}/check-outs`, { code });
      return came.body.code;
    };
    expect([await comeAndGo(first), await comeAndGo(first)]).toEqual([undefined, undefined]);
    district.later(100 * minute);
    expect([await comeAndGo(second), await comeAndGo(second)]).toEqual([undefined, 'attendance.tooManyPairs']);
  });
});

describe('what a leader enters', () => {
  it('stays marked, and may lie a little back', async () => {
    const { caller, leader, shiftId, volunteerId, startsAt } = await anAttendance(district, 'expected');
    district.later(2 * hour);
    const enter = (what: 'in' | 'out', at?: string) =>
      leader.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what, ...(at && { at }) });
    expect((await enter('in', shiftBy(district.clock.now, minute))).body.code).toBe('attendance.entryInFuture');
    expect((await enter('in', shiftBy(startsAt, -hour))).body.code).toBe('attendance.tooEarly');
    expect((await enter('in', startsAt)).body).toMatchObject({ state: 'here' });
    expect((await enter('out', shiftBy(startsAt, -minute))).body.code).toBe('attendance.entryOutOfOrder');
    expect((await enter('out')).body).toMatchObject({ state: 'left' });
    expect((await caller.get(`/shifts/${shiftId}/my-attendance`)).body.stays).toEqual([
      { in: { at: startsAt, way: 'leaderTick' }, out: { at: district.clock.now, way: 'leaderTick' } },
    ]);
    district.later(26 * hour);
    expect((await enter('in')).body.code).toBe('attendance.entryTooLate');
  });

  it('is never about herself or about one who has no place', async () => {
    const { leader, shiftId } = await anAttendance(district, 'expected');
    const enter = (caller: typeof leader, volunteerId: string) =>
      caller.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'in' });
    expect((await enter(leader, (await aVolunteer(district)).volunteerId)).body.code).toBe('attendance.notHere');
    const own = (await leader.post('/volunteers', aRegistration())).body.id;
    expect((await enter(leader, own)).body).toMatchObject({ status: 403, code: 'attendance.ownAttendance' });
  });
});
