import { day, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../../test/a-crew.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
let crew: Crew;
beforeAll(async () => {
  district = await startDistrict();
  crew = await aCrew(district);
});
afterAll(() => district.stop());

/** Each test has days of its own, so that what earlier ones left in an agenda is not in its way. */
beforeEach(() => district.later(3 * day));

describe('a volunteer', () => {
  it('finds the open shifts of her street, free places counted, and why she cannot take one', async () => {
    const { mei, shift, signUp } = crew;
    const startsAt = shiftBy(district.clock.now, day);
    const first = await shift({ startsAt });
    const overlapping = await shift({ startsAt: shiftBy(startsAt, hour), title: '西关文化导览' });
    const skilled = await shift({ startsAt: shiftBy(startsAt, 3 * hour), neededSkill: 'driving' });
    await shift({ startsAt: shiftBy(startsAt, 4 * hour), state: 'draft' });
    await signUp(mei, first.shiftId);
    const { body } = await mei.get(`/shifts/open?street=${home.street}`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      first.shiftId,
      overlapping.shiftId,
      skilled.shiftId,
    ]);
    expect(body.items[0]).toMatchObject({ mine: 'signedUp', freePlaces: 2 });
    expect(body.items[0].refusal).toBeUndefined();
    expect(body.items[1]).toMatchObject({ mine: 'none', refusal: { code: 'shift.overlaps' } });
    expect(body.items[1].refusal.detail).toContain('荔枝湾平安巡逻');
    expect(body.items[2].refusal).toEqual({ code: 'shift.skillMissing', detail: expect.stringContaining('“驾驶”') });
    expect((await signUp(mei, overlapping.shiftId)).body).toMatchObject({ status: 409, code: 'shift.overlaps' });
    const others = await mei.get(`/shifts/open?street=${elsewhere.street}`);
    expect(others.body.items).toEqual([]);
  });

  it('has what she signed up for in her agenda until nobody can check out any more', async () => {
    const { mei, shift, signUp } = crew;
    const { shiftId } = await shift();
    await signUp(mei, shiftId);
    const agenda = async () => (await mei.get('/agenda')).body.items;
    expect(await agenda()).toEqual([
      expect.objectContaining({ shiftId, state: 'signedUp', placeName: '荔枝湾涌牌坊', title: '荔枝湾平安巡逻' }),
    ]);
    district.later(day + 90 * minute);
    expect(await agenda()).toHaveLength(1);
    district.later(89 * minute);
    expect(await agenda()).toHaveLength(1);
    district.later(minute);
    expect(await agenda()).toEqual([]);
  });

  it('gives her place back while the shift has not begun, and may take one again', async () => {
    const { mei, shift, signUp, cancel, names } = crew;
    const { shiftId } = await shift();
    expect((await cancel(mei, shiftId)).body.code).toBe('shift.notSignedUp');
    await signUp(mei, shiftId);
    expect((await signUp(mei, shiftId)).body.code).toBe('shift.alreadySignedUp');
    expect((await cancel(mei, shiftId)).body).toEqual({ shiftId, state: 'cancelled' });
    expect((await mei.get('/agenda')).body.items).toEqual([]);
    expect((await signUp(mei, shiftId)).status).toBe(201);
    district.later(day);
    expect((await cancel(mei, shiftId)).body.code).toBe('shift.alreadyStarted');
    expect(await names(shiftId)).toEqual(['陈小梅']);
  });

  it('cannot exceed the hours of a week, and a shift over the midnight of Sunday counts in both weeks', async () => {
    const { mei, shift, signUp, cancel } = crew;
    district.clock.now = instantAt('2026-12-14', '09:00');
    const until = (clock: string) => async (date: string) =>
      (await shift({ startsAt: instantAt(date, '10:00'), endsAt: instantAt(date, clock) })).shiftId;
    const [long, short] = [until('18:00'), until('14:00')];
    const overSunday = await shift({
      startsAt: instantAt('2026-12-20', '23:00'),
      endsAt: instantAt('2026-12-21', '01:00'),
    });
    const fill = async (...days: string[]) => {
      for (const day of days) expect((await signUp(mei, await long(day))).status).toBe(201);
    };
    expect((await signUp(mei, overSunday.shiftId)).status).toBe(201);
    await fill('2026-12-15', '2026-12-16', '2026-12-22', '2026-12-23');
    const [last, nextLast] = [await short('2026-12-17'), await short('2026-12-24')];
    expect((await signUp(mei, last)).body).toMatchObject({ code: 'shift.weeklyCap' });
    expect((await signUp(mei, nextLast)).body).toMatchObject({ code: 'shift.weeklyCap' });
    await cancel(mei, overSunday.shiftId);
    expect((await signUp(mei, last)).status).toBe(201);
    expect((await signUp(mei, nextLast)).status).toBe(201);
  });

  it('rests after a night shift, also over the midnight of Sunday, and serves eight hours a day', async () => {
    const { lan, shift, signUp } = crew;
    district.clock.now = instantAt('2026-12-14', '09:00');
    const at = (day: string, from: string, to: string) =>
      shift({ startsAt: instantAt(day, from), endsAt: instantAt(day, to) }).then(({ shiftId }) => shiftId);
    expect((await signUp(lan, await at('2026-12-20', '19:00', '23:00'))).status).toBe(201);
    const refused = await signUp(lan, await at('2026-12-21', '06:30', '08:00'));
    expect(refused.body).toMatchObject({ code: 'shift.tooLittleRest', detail: expect.stringContaining('8') });
    expect((await signUp(lan, await at('2026-12-21', '07:00', '13:00'))).status).toBe(201);
    expect((await signUp(lan, await at('2026-12-21', '14:00', '17:00'))).body).toMatchObject({ code: 'shift.dayCap' });
    expect((await signUp(lan, await at('2026-12-21', '14:00', '16:00'))).status).toBe(201);
  });

  it('signs up only once she has been approved', async () => {
    const { shift, signUp } = crew;
    const { shiftId } = await shift();
    const { caller } = await aVolunteer(district, { state: 'applied' });
    expect((await signUp(caller, shiftId)).body.code).toBe('shift.notActive');
  });

  it('gets the same answer for a command sent several times at once, and one seat', async () => {
    const { jun, shift, seen } = crew;
    const { shiftId } = await shift();
    const key = 'one-and-the-same-key';
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => jun.post(`/shifts/${shiftId}/sign-ups`, {}, { key: key + shiftId })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(await seen(jun, shiftId)).toMatchObject({ freePlaces: 2, mine: 'signedUp' });
  });
});
