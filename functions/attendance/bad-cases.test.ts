import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFencedShift, atThePlace } from '../test/a-fenced-shift.ts';
import { aShift } from '../test/a-shift.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance, shownCode } from '../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** What a person reads who checks in or out at a shift. */
async function answerTo(
  { caller, shiftId }: Pick<Awaited<ReturnType<typeof anAttendance>>, 'caller' | 'shiftId'>,
  entry: object,
  what: 'check-ins' | 'check-outs' = 'check-ins',
) {
  const { status, body } = await caller.post(`/shifts/${shiftId}/${what}`, entry);
  return { status, state: body.state, code: body.code, detail: body.detail, reviews: body.reviews };
}

const codeWrong = (left: number) => ({
  status: 400,
  code: 'attendance.codeWrong',
  detail: `签到码不对或已经换了，还可以试 ${left} 次。请看着队长屏幕上现在的码再扫一次。`,
});

describe('a clear answer has', () => {
  it('a code older than 60 seconds', async () => {
    const place = await anAttendance(district, 'expected');
    const code = await shownCode(place.leader, place.shiftId);
    district.later(minute);
    expect(await answerTo(place, { code })).toMatchObject(codeWrong(9));
  });

  it('a code of another shift, scanned or typed', async () => {
    const place = await anAttendance(district, 'expected');
    const other = await anAttendance(district, 'expected', { leader: place.leader });
    const { path, code } = (await place.leader.get(`/shifts/${other.shiftId}/check-in-code`)).body;
    expect(await answerTo(place, { code: path })).toMatchObject({
      status: 400,
      code: 'attendance.codeOfOtherShift',
      detail: '这是另一个班次的签到码。请扫您报名的班次的码，或在“我的班次”里打开正确的班次。',
    });
    expect(await answerTo(place, { code })).toMatchObject(codeWrong(9));
  });

  it('a forged code', async () => {
    const place = await anAttendance(district, 'expected');
    expect(await answerTo(place, { code: 'K7QM-2XPD' })).toMatchObject(codeWrong(9));
    expect(await answerTo(place, { code: '不是码' })).toMatchObject(codeWrong(9));
  });

  it('a replayed code, of a stay that has begun and of one that is over', async () => {
    const place = await anAttendance(district, 'expected');
    const came = { code: await shownCode(place.leader, place.shiftId), tappedAt: district.clock.now };
    district.later(50 * minute);
    await answerTo(place, came);
    const again = await answerTo(place, came);
    expect(again).toMatchObject({ status: 409, code: 'attendance.alreadyCheckedIn' });
    expect(again.detail).toMatch(/^.+ 已经签到，不用再签。离开时请记得签退。$/);
    await answerTo(place, { code: await shownCode(place.leader, place.shiftId) }, 'check-outs');
    const afterwards = await answerTo(place, came);
    expect(afterwards).toMatchObject({ status: 409, code: 'attendance.seenBefore' });
    expect(afterwards.detail).toMatch(
      /^这个码是 .+ 以前的，那以后您已经有记录，不能再算。现在要签到或签退，请扫队长屏幕上现在的码；记录不对请找队长。$/,
    );
  });

  it('a fix with 2 km accuracy, with a code and without', async () => {
    const place = await anAttendance(district, 'expected');
    const fix = { ...atThePlace, accuracyMetres: 2_000 };
    const code = await shownCode(place.leader, place.shiftId);
    expect(await answerTo(place, { code, fix })).toMatchObject({ status: 201, state: 'here' });
    const { caller, shiftId } = await aFencedShift(district);
    expect((await caller.post(`/attendance-fixes/${shiftId}`, { what: 'in', fix })).body).toMatchObject({
      status: 409,
      code: 'fence.vague',
      detail:
        '手机定位的误差有 2000 米，分不清您在不在现场（要在 200 米以内）。请到室外或打开精确定位再试，或扫队长屏幕上的码。',
    });
  });

  it.each([
    ['a day behind', -day],
    ['a day ahead', day],
  ])('a phone clock %s: the leader is asked, with both times', async (_, off) => {
    const place = await anAttendance(district, 'expected');
    const code = await shownCode(place.leader, place.shiftId);
    const tappedAt = shiftBy(district.clock.now, off);
    district.later(hour);
    const { status, state, reviews } = await answerTo(place, { code, tappedAt });
    expect([status, state]).toEqual([201, 'expected']);
    expect(reviews).toMatchObject([{ what: 'in', reasons: ['clockDisagrees'], tappedAt, state: 'open' }]);
  });

  it('a check-out without a check-in', async () => {
    const place = await anAttendance(district, 'expected');
    const code = await shownCode(place.leader, place.shiftId);
    expect(await answerTo(place, { code }, 'check-outs')).toMatchObject({
      status: 409,
      code: 'attendance.notCheckedIn',
      detail: '还没有签到，不能签退。请先签到，或请队长代为登记。',
    });
  });

  it.each([
    ['midnight', '2026-12-10T14:00:00.000Z', '2026-12-10'],
    ['the end of a month', '2027-01-31T14:30:00.000Z', '2027-01-31'],
  ])('a shift across %s: it counts whole, on the day when it began', async (_, startsAt, began) => {
    district.clock.now = shiftBy(startsAt, -2 * hour);
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, 4 * hour), leader });
    const volunteer = await aVolunteer(district);
    await volunteer.caller.post(`/shifts/${shiftId}/sign-ups`);
    district.clock.now = startsAt;
    const place = { ...volunteer, shiftId };
    expect(await answerTo(place, { code: await shownCode(leader, shiftId) })).toMatchObject({ state: 'here' });
    district.clock.now = shiftBy(startsAt, 3 * hour);
    await answerTo(place, { code: await shownCode(leader, shiftId) }, 'check-outs');
    const path = `/shifts/${shiftId}/attendance/${volunteer.volunteerId}/confirmation`;
    expect((await leader.post(path)).body.record.minutes).toBe(180);
    const { items } = (await volunteer.caller.get('/service-records')).body;
    expect(items).toMatchObject([{ day: began, minutes: 180 }]);
  });
});
