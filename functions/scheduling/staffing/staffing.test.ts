import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

describe('where people are missing', () => {
  let district: TestDistrict;
  let coordinator: TestClient;
  /** In the order in which they begin. */
  let lacking: { soon: string; other: string; later: string };

  beforeAll(async () => {
    district = await startDistrict();
    coordinator = await district.person({ role: 'coordinator', scope: '440103' });
    const shift = async (teamScope: string, hours: number, places: number, state: 'open' | 'draft' = 'open') => {
      const startsAt = shiftBy(district.clock.now, hours * hour);
      return (await aShift(district, { teamScope, startsAt, endsAt: shiftBy(startsAt, hour), places, state })).shiftId;
    };
    const full = await shift(home.team, 1, 1);
    lacking = {
      soon: await shift(home.team, 2, 3),
      other: await shift(elsewhere.team, 24, 2),
      later: await shift(home.team, 48, 1),
    };
    await shift(home.team, 8 * 24, 4);
    await shift(home.team, 24, 4, 'draft');
    const { caller } = await aVolunteer(district);
    for (const id of [full, lacking.soon]) await caller.post(`/shifts/${id}/sign-ups`);
  });
  afterAll(() => district.stop());

  it('is told street by street, with the first shift that lacks somebody', async () => {
    const { body } = await coordinator.get('/shifts/staffing?place=440103');
    expect(body.items.map(({ place }: { place: string }) => place)).toEqual(
      expect.arrayContaining(['440103', home.street, elsewhere.street]),
    );
    expect(body.items).toHaveLength(23);
    const at = (place: string) => body.items.find((item: { place: string }) => item.place === place);
    expect(at(home.street)).toEqual({
      place: home.street,
      shifts: 3,
      understaffed: 2,
      freePlaces: 3,
      soonest: shiftBy(district.clock.now, 2 * hour),
      hasMore: false,
    });
    expect(at(elsewhere.street)).toMatchObject({ shifts: 1, understaffed: 1, freePlaces: 2 });
    expect(at('440103/022')).toEqual({
      place: '440103/022',
      shifts: 0,
      understaffed: 0,
      freePlaces: 0,
      hasMore: false,
    });
  });

  it('is told page by page, and of a community only what lies in it', async () => {
    const first = (await coordinator.get('/shifts/staffing?place=440103&limit=20')).body;
    const rest = (await coordinator.get(`/shifts/staffing?place=440103&limit=20&cursor=${first.cursor}`)).body;
    expect([first.items.length, rest.items.length, rest.cursor]).toEqual([20, 3, undefined]);
    const ofCommunity = async (scope: string) => (await coordinator.get(`/shifts/staffing?place=${scope}`)).body.items;
    expect(await ofCommunity(home.community)).toMatchObject([{ place: home.community, understaffed: 2 }]);
    expect(await ofCommunity(`${home.street}/002`)).toMatchObject([{ place: `${home.street}/002`, shifts: 0 }]);
  });

  it('is told shift by shift over all streets, the soonest first, of the coming seven days', async () => {
    const read = async (query: string) => (await coordinator.get(`/shifts/understaffed?${query}`)).body;
    const all = await read('place=440103');
    expect(all.items.map(({ id }: { id: string }) => id)).toEqual([lacking.soon, lacking.other, lacking.later]);
    expect(all.items[0]).toMatchObject({ places: 3, freePlaces: 2, teamScope: home.team });

    const one = await read('place=440103&limit=2');
    expect(one.items.map(({ id }: { id: string }) => id)).toEqual([lacking.soon]);
    const rest = await read(`place=440103&limit=2&cursor=${encodeURIComponent(one.cursor)}`);
    expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([lacking.other, lacking.later]);
    expect((await read(`place=${elsewhere.team}`)).items).toMatchObject([{ id: lacking.other }]);
  });

  it('is no other branch’s to know, and a cursor that is none is told so', async () => {
    const other = await district.person({ role: 'coordinator', scope: elsewhere.street });
    for (const path of ['/shifts/staffing', '/shifts/understaffed']) {
      expect((await other.get(`${path}?place=440103`)).status).toBe(403);
    }
    const late = encodeURIComponent(`${shiftBy(district.clock.now, 30 * day)}#sft_1`);
    for (const cursor of ['abc', late]) {
      const answer = await coordinator.get(`/shifts/understaffed?place=440103&cursor=${cursor}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'platform.cursorInvalid']);
    }
  });
});
