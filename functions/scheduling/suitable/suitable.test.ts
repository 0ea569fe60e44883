import { day, hour, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActivity, aShift } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { meteredClient } from '../../test/metered.ts';
import type { TestClient } from '../../test/test-client.ts';

const meter = meteredClient();
let district: TestDistrict;
let leader: TestClient;
let away: TestClient;
beforeAll(async () => {
  district = await startDistrict({ wrap: meter.wrap });
});
afterAll(() => district.stop());

/** Each test has weeks of its own, and begins on a Monday morning. */
let monday = '2026-11-30';
beforeEach(async () => {
  monday = shiftBy(instantAt(monday, '12:00'), 28 * day).slice(0, 10);
  district.clock.now = instantAt(monday, '08:00');
  leader = await district.person({ role: 'teamLeader', scope: home.team });
  away = await district.person({ role: 'teamLeader', scope: elsewhere.team });
});

const on = (offset: number, clock: string) => shiftBy(instantAt(monday, clock), offset * day);
const homeShift = (title: string, startsAt: string, more: Partial<NewShift> = {}) =>
  aShift(district, { leader, title, startsAt, endsAt: shiftBy(startsAt, 2 * hour), ...more });

async function look(who: TestClient, query: Record<string, string> = {}) {
  const answer = await who.get(`/suitable-shifts?${new URLSearchParams({ place: home.street, ...query })}`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body;
}
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);
const refusals = ({ items }: { items: { title: string; refusal?: { code: string } }[] }) =>
  items.map(({ title, refusal }) => [title, refusal?.code]);

describe('what somebody can take', () => {
  it('is in the order of her team, her free times, the way and the day, and says so', async () => {
    const team = await aTeam(district);
    const { caller } = await aMember(district, team);
    const teamLeader = await district.person({ role: 'teamLeader', scope: team.team });
    const details = { version: 0, skills: ['firstAid'], languages: ['cantonese'], away: [] };
    await caller.put('/volunteers/me/details', { ...details, weekly: ['tue-evening', 'wed-evening', 'thu-evening'] });
    await homeShift('最早，没空', on(1, '09:00'));
    await homeShift('有空，本社区', on(2, '19:00'));
    await homeShift('有空，要急救', on(3, '19:00'), { neededSkill: 'firstAid' });
    await aShift(district, { leader: teamLeader, teamScope: team.team, title: '本队', startsAt: on(3, '18:00') });
    await aShift(district, { leader: away, teamScope: elsewhere.team, title: '邻街', startsAt: on(1, '19:00') });
    const seen = await look(caller, { place: '440103' });
    expect(titles(seen)).toEqual(['本队', '有空，要急救', '有空，本社区', '邻街', '最早，没空']);
    expect(seen.items[0].suiting).toMatchObject({ isOwnTeam: true, near: 'community', isFreeThen: true });
    expect(seen.items[1].suiting).toMatchObject({ isOwnTeam: false, asksForHerSkill: true });
    expect(seen.items[3].suiting.near).toBeUndefined();
    expect(seen.items[4].suiting).toMatchObject({ isFreeThen: false, metres: expect.any(Number) });
  });

  it('leaves out what she cannot take; the list of all says why, in her words', async () => {
    const { caller } = await aVolunteer(district, { skills: [] });
    const other = (await aVolunteer(district)).caller;
    const mine = await homeShift('已报名', on(1, '09:00'));
    await caller.post(`/shifts/${mine.shiftId}/sign-ups`);
    await homeShift('重叠', on(1, '10:00'));
    await homeShift('要急救', on(1, '14:00'), { neededSkill: 'firstAid' });
    const full = await homeShift('满员', on(1, '17:00'), { places: 1 });
    await other.post(`/shifts/${full.shiftId}/sign-ups`);
    await homeShift('邀请', on(2, '09:00'), { mode: 'invitation' });
    await homeShift('本队优先', on(2, '12:00'), { mode: 'teamFirst', teamFirstUntil: on(2, '10:00') });
    await homeShift('截止', on(2, '15:00'), { signUpClosesAt: on(0, '09:00') });
    const roles = [
      { number: 1, name: '引导', skills: [], fewest: 0, most: 1 },
      { number: 2, name: '急救', skills: ['firstAid'], fewest: 0, most: 2 },
    ];
    const parted = await homeShift('只剩急救', on(2, '18:00'), { roles, places: 3 });
    await other.post(`/shifts/${parted.shiftId}/sign-ups`, { role: 1 });
    await homeShift('可以', on(3, '09:00'));
    district.later(2 * hour);

    expect(titles(await look(caller))).toEqual(['可以']);
    const all = await look(caller, { list: 'all' });
    expect(refusals(all)).toEqual([
      ['已报名', undefined],
      ['重叠', 'shift.overlaps'],
      ['要急救', 'shift.skillMissing'],
      ['满员', 'shift.full'],
      ['邀请', 'shift.byInvitation'],
      ['本队优先', 'shift.teamFirst'],
      ['截止', 'shift.signUpClosed'],
      ['只剩急救', 'shift.fullForYou'],
      ['可以', undefined],
    ]);
    expect(all.items[0].mine).toBe('signedUp');
    expect(all.items[1].refusal.detail).toContain('已报名');
    expect(all.items[7]).toMatchObject({ freePlaces: 2, freePlacesForHer: 0 });
    expect((await caller.post(`/shifts/${parted.shiftId}/waitlist`)).status).toBe(201);
  });

  it('has the place that is held for her first, and no longer what she waits for', async () => {
    const [{ caller }, other] = [await aVolunteer(district), (await aVolunteer(district)).caller];
    const { shiftId } = await homeShift('候补', on(4, '09:00'), { places: 1 });
    await homeShift('别的', on(1, '09:00'));
    await other.post(`/shifts/${shiftId}/sign-ups`);
    await caller.post(`/shifts/${shiftId}/waitlist`);
    expect(titles(await look(caller))).toEqual(['别的']);
    await other.delete(`/shifts/${shiftId}/sign-ups/me`);
    const { items } = await look(caller);
    expect(titles({ items })).toEqual(['候补', '别的']);
    expect(items[0].mine).toBe('offered');
  });

  it('is by place and by day', async () => {
    const { caller } = await aVolunteer(district);
    await homeShift('周二', on(1, '09:00'));
    await homeShift('周三早', on(2, '00:00'));
    await homeShift('周三晚', on(2, '23:00'));
    await aShift(district, { leader: away, teamScope: elsewhere.team, title: '邻街', startsAt: on(1, '19:00') });
    const [wednesday, thursday] = [on(2, '12:00').slice(0, 10), on(3, '12:00').slice(0, 10)];
    expect(titles(await look(caller, { list: 'all', from: wednesday, until: wednesday }))).toEqual([
      '周三早',
      '周三晚',
    ]);
    expect(titles(await look(caller, { list: 'all', from: thursday }))).toEqual([]);
    expect(titles(await look(caller, { list: 'all', until: '2026-01-01' }))).toEqual([]);
    expect(titles(await look(caller, { place: home.community, list: 'all' }))).toHaveLength(3);
    expect(titles(await look(caller, { place: elsewhere.community }))).toEqual(['邻街']);
    expect(titles(await look(caller, { place: '440103', list: 'all' }))).toEqual(['周二', '邻街', '周三早', '周三晚']);
  });

  it('refuses a cursor that it did not give, days in the wrong order and a list that there is not', async () => {
    const { caller } = await aVolunteer(district);
    const path = `/suitable-shifts?place=${home.street}`;
    for (const cursor of [
      'abc',
      Buffer.from('{"from":"x"}').toString('base64url'),
      Buffer.from('[]').toString('base64url'),
    ])
      expect((await caller.get(`${path}&cursor=${cursor}`)).body).toMatchObject({ code: 'platform.cursorInvalid' });
    expect((await caller.get(`${path}&from=2027-01-02&until=2027-01-01`)).body.fields).toMatchObject([
      { path: 'until' },
    ]);
    expect((await caller.get(`${path}&list=mine`)).body.fields).toMatchObject([{ path: 'list' }]);
    expect((await caller.get('/suitable-shifts')).status).toBe(400);
  });
});

describe('its pages', () => {
  it('hold each shift once, and none is empty while more follows', async () => {
    const { caller } = await aVolunteer(district, { skills: [] });
    const activity = (await leader.post('/activities', anActivity({ title: '连续班' }))).body;
    // Only the last of each thirty can be taken, and more than one stretch is looked at.
    for (let index = 0; index < 150; index += 1) {
      const startsAt = shiftBy(on(1, '06:00'), index * 2 * hour);
      const neededSkill = index % 30 === 29 ? {} : { neededSkill: 'firstAid' };
      const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 1, ...neededSkill };
      const made = await leader.post(`/activities/${activity.id}/shifts`, shift);
      await leader.post(`/shifts/${made.body.id}/publication`);
    }
    for (const list of ['takeable', 'all']) {
      const [ids, sizes] = [new Set<string>(), [] as number[]];
      let cursor: string | undefined;
      do {
        const page = await look(caller, { list, limit: list === 'all' ? '40' : '2', ...(cursor && { cursor }) });
        sizes.push(page.items.length);
        for (const { id } of page.items) ids.add(id);
        cursor = page.cursor;
      } while (cursor);
      expect(sizes).toEqual(list === 'all' ? [40, 40, 40, 30] : [2, 2, 1]);
      expect(ids.size).toBe(list === 'all' ? 150 : 5);
    }
  }, 60_000);

  it('cost a bounded number of request units', async () => {
    const { caller } = await aVolunteer(district);
    for (let index = 0; index < 24; index += 1)
      await homeShift(`班 ${index}`, on(1 + Math.floor(index / 4), `${8 + 3 * (index % 4)}:00`.padStart(5, '0')));
    await look(caller);
    meter.take();
    expect((await look(caller, { limit: '20' })).items).toHaveLength(20);
    const street = meter.take();
    // All that there is lies in one of 23 lists here, of which each is read three times.
    await look(caller, { limit: '20', place: '440103' });
    const wide = meter.take();
    expect(street.units).toBeLessThanOrEqual(22);
    expect(wide.units).toBeLessThanOrEqual(58);
  }, 60_000);
});
