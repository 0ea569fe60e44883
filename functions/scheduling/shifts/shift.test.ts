import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../../test/a-crew.ts';
import { anActivity } from '../../test/a-shift.ts';
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

describe('a leader', () => {
  it('makes an activity with a shift, and only publishing opens it', async () => {
    const { leader, mei, shift, signUp } = crew;
    const { shiftId, activityId } = await shift({ state: 'draft', neededSkill: 'firstAid' });
    const activities = await leader.get(`/activities?team=${home.team}`);
    expect(activities.body.items[0]).toMatchObject({ id: activityId, title: '荔枝湾平安巡逻' });
    expect((await mei.get(`/shifts/${shiftId}`)).status).toBe(403);
    expect((await signUp(mei, shiftId)).body.code).toBe('shift.notOpen');
    expect((await leader.post(`/shifts/${shiftId}/publication`)).body).toMatchObject({ state: 'open', freePlaces: 3 });
    expect((await leader.post(`/shifts/${shiftId}/publication`)).body.code).toBe('shift.alreadyPublished');
    expect((await signUp(mei, shiftId)).body).toEqual({ shiftId, state: 'signedUp' });
  });

  it('sees how full her shifts are and who signed up', async () => {
    const { leader, mei, lan, shift, signUp } = crew;
    const { shiftId } = await shift({ places: 200 });
    await signUp(mei, shiftId);
    await signUp(lan, shiftId);
    const from = district.clock.now.slice(0, 10);
    const { body } = await leader.get(`/shifts?team=${home.team}&from=${from}`);
    expect(body.items).toEqual([expect.objectContaining({ id: shiftId, places: 200, freePlaces: 198 })]);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await leader.get(`/shifts/${shiftId}/sign-ups?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      found.push(...page.body.items.map(({ name }: { name: string }) => name));
      cursor = page.body.cursor;
    } while (cursor);
    expect(found.sort()).toEqual(['李兰', '陈小梅']);
  });

  it('is told what is wrong with a shift, at the field', async () => {
    const { leader, shift } = crew;
    const { activityId } = await shift();
    const startsAt = shiftBy(district.clock.now, day);
    const sound = { startsAt, endsAt: shiftBy(startsAt, hour), places: 5 };
    const faultOf = async (changes: object) =>
      (await leader.post(`/activities/${activityId}/shifts`, { ...sound, ...changes })).body.fields[0];
    expect(await faultOf({ startsAt: district.clock.now })).toMatchObject({ path: 'startsAt' });
    expect(await faultOf({ endsAt: startsAt })).toMatchObject({ path: 'endsAt' });
    expect(await faultOf({ endsAt: shiftBy(startsAt, 25 * hour) })).toMatchObject({
      message: expect.stringContaining('24'),
    });
    expect(await faultOf({ signUpClosesAt: shiftBy(startsAt, 1) })).toMatchObject({ path: 'signUpClosesAt' });
    expect(await faultOf({ places: 201 })).toMatchObject({ path: 'places' });
    const title = (await leader.post('/activities', anActivity({ title: '十月补录' }))).body.fields[0];
    expect(title.message).toContain('补录');
  });

  it('cannot publish what has begun meanwhile', async () => {
    const { leader, shift } = crew;
    const { shiftId } = await shift({ state: 'draft' });
    district.later(day);
    expect((await leader.post(`/shifts/${shiftId}/publication`)).body.code).toBe('shift.tooLateToPublish');
  });

  it('lets people meet in a room that there is, with how to find it', async () => {
    const { leader } = crew;
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const room = { kind: 'room', parent: home.street, roomKind: 'mediationRoom', whereabouts: '二楼 203' };
    const made = await coordinator.post('/places', room);
    expect(made.status).toBe(201);
    const point = { name: '综治中心调处室', longitude: 113.2393, latitude: 23.1075 };
    const at = (place: object) => leader.post('/activities', { ...anActivity(), place: { ...point, ...place } });
    const activity = await at({ room: made.body.scope, address: '二楼 203' });
    expect(activity.body.place).toEqual({ ...point, room: made.body.scope, address: '二楼 203' });
    expect((await at({ room: `${home.street}/R999` })).body.code).toBe('place.unknown');
    expect((await at({ room: home.community })).body.fields).toMatchObject([{ path: 'place.room' }]);
    expect((await at({ address: 'x' })).body.fields).toMatchObject([{ path: 'place.address' }]);

    const startsAt = shiftBy(district.clock.now, day);
    const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 2 };
    const { id } = (await leader.post(`/activities/${activity.body.id}/shifts`, shift)).body;
    await leader.post(`/shifts/${id}/publication`);
    await crew.signUp(crew.mei, id);
    const file = await crew.mei.get(`/shift-calendars/${id}.ics`);
    expect(file.body).toContain('LOCATION:综治中心调处室\\n二楼 203');
    expect(file.body).toContain('GEO:23.1075;113.2393');
  });

  it('cannot make an activity for another team, nor for one that does not exist', async () => {
    const { leader } = crew;
    expect((await leader.post('/activities', anActivity({ teamScope: elsewhere.team }))).status).toBe(403);
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const nowhere = await coordinator.post('/activities', anActivity({ teamScope: `${home.community}/T9999` }));
    expect(nowhere.body.code).toBe('place.unknown');
  });
});
