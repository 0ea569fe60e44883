import { afterEach, beforeEach, expect, it } from 'vitest';
import { aSeries } from '../../test/a-series.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const spot = { name: '综治中心调处室', longitude: 113.2393, latitude: 23.1075 };

async function aRoom(): Promise<string> {
  const coordinator = await district.person({ role: 'coordinator', scope: home.street });
  const room = { kind: 'room', parent: home.street, roomKind: 'mediationRoom', whereabouts: '二楼 203' };
  return (await coordinator.post('/places', room)).body.scope;
}

it('a series meets in a room of its own choice, and who has a place goes along when it meets elsewhere', async () => {
  const place = { ...spot, room: await aRoom(), address: '二楼 203' };
  const series = await aSeries(district, { shift: { place } });
  await district.settle();
  const [[day = '', shiftId = ''] = []] = await series.shifts();
  expect(await series.read()).toMatchObject({ placeName: place.name });
  expect((await series.leader.get(`/shifts/${shiftId}`)).body.place).toEqual(place);
  const { caller } = await aVolunteer(district);
  expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);

  const elsewhere = { ...spot, name: '荔湾湖公园北门', address: '龙津西路' };
  const { rule, shift } = series.body;
  const changed = await series.change({ reach: 'all', rule, shift: { ...shift, place: elsewhere } });
  expect(changed.body).toMatchObject({ placeName: '荔湾湖公园北门' });
  await district.settle();
  const now = (await series.shifts()).get(day);
  expect((await series.leader.get(`/shifts/${now}`)).body.place).toEqual(elsewhere);
  expect((await caller.get('/agenda')).body.items).toMatchObject([{ shiftId: now, placeName: '荔湾湖公园北门' }]);

  const { place: _, ...asActivity } = { ...shift, place };
  expect((await series.change({ reach: 'all', rule, shift: asActivity })).body.placeName).toBe('荔枝湾涌牌坊');
});

it('a room that there is not is refused at once: of a series, a change of it, and a template', async () => {
  const series = await aSeries(district);
  const nowhere = { ...spot, room: `${home.street}/R999` };
  const { activityId, rule, shift } = series.body;
  const elsewhere = { ...shift, place: nowhere };
  for (const path of ['/series', '/series/preview']) {
    expect((await series.leader.post(path, { activityId, rule, shift: elsewhere })).body.code).toBe('place.unknown');
  }
  expect((await series.change({ reach: 'all', rule, shift: elsewhere })).body.code).toBe('place.unknown');
  const noRoom = { ...shift, place: { ...spot, room: home.community } };
  expect((await series.change({ reach: 'all', rule, shift: noRoom })).body.fields).toMatchObject([
    { path: 'change.shift.place.room' },
  ]);
  const times = { startsAt: '09:00', endsAt: '11:00' };
  const template = { name: '调处室值守', activityId, times };
  const keep = (changes: object) => series.leader.post('/shift-templates', { ...template, shift: changes });
  expect((await keep(elsewhere)).body.code).toBe('place.unknown');
  const kept = await keep({ ...shift, place: spot });
  expect(kept.status).toBe(201);
  const use = { team: home.team, day: '2026-12-30' };
  const made = await series.leader.post(`/shift-templates/${kept.body.id}/shifts`, use);
  expect(made.body.place).toEqual(spot);
});
