import { expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { relocationFrom } from './relocation-form.ts';

const arch = { name: '荔枝湾涌牌坊', address: '多宝路口', longitude: 113.2385, latitude: 23.1205 };
const room = {
  name: '逢源街道综治中心调处室',
  address: '二楼 203',
  room: '440103/010/R1',
  longitude: 113.2385,
  latitude: 23.1,
};

/** What the form sends when somebody changes these fields of it. */
function sent(changes: Readonly<Record<string, string>>, seen: object = arch): SubmittedForm {
  const data = new FormData();
  const { name = '', address = '', room: chosen = '', longitude = '', latitude = '' } = seen as Record<string, string>;
  const fields = { name, address, room: chosen, longitude: `${longitude}`, latitude: `${latitude}`, ...changes };
  for (const [field, value] of Object.entries(fields)) data.set(`place.${field}`, value);
  data.set('seen', JSON.stringify(seen));
  return new SubmittedForm(data);
}

it('another place stays on the map where it was, unless somebody says where it lies', () => {
  const moved = relocationFrom(sent({ name: '荔湾湖公园北门', address: '' }));
  expect(moved).toEqual({ seen: arch, place: { name: '荔湾湖公园北门', longitude: 113.2385, latitude: 23.1205 } });
  expect(relocationFrom(sent({ longitude: '113.23' })).place).toEqual({ ...arch, longitude: 113.23 });
});

it('a fence stays with its place, and goes where another place has no degrees of its own', () => {
  const fenced = { ...arch, fenceMetres: 200 };
  const kept = { fenceMetres: '200' };
  expect(relocationFrom(sent({ ...kept, address: '北门' }, fenced)).place).toEqual({ ...fenced, address: '北门' });
  expect(relocationFrom(sent({ ...kept, name: '荔湾湖公园北门' }, fenced)).place).not.toHaveProperty('fenceMetres');
  expect(relocationFrom(sent({ ...kept, room: room.room }, fenced), room).place).not.toHaveProperty('fenceMetres');
  expect(relocationFrom(sent({ fenceMetres: '' }, fenced)).place).toEqual(arch);
  const amap = { longitude: '113.243825', latitude: '23.117818', system: 'gcj02', fenceMetres: '100' };
  const { longitude, latitude, fenceMetres } = relocationFrom(sent(amap, fenced)).place;
  expect([longitude.toFixed(4), latitude.toFixed(4), fenceMetres]).toEqual(['113.2385', '23.1205', 100]);
});

it('a room that is chosen goes by its own name and lies where it does, but for what somebody wrote', () => {
  expect(relocationFrom(sent({ room: room.room }), room).place).toEqual(room);
  expect(relocationFrom(sent({ room: room.room, name: '', address: '后门' }), room).place).toEqual({
    ...room,
    address: '后门',
  });
  expect(relocationFrom(sent({ address: '三楼' }, room)).place).toEqual({ ...room, address: '三楼' });
});

it('a place that nobody saw is sent as none, for the API to refuse', () => {
  const form = new FormData();
  form.set('seen', 'no place');
  form.set('place.name', '荔湾湖公园北门');
  expect(relocationFrom(new SubmittedForm(form)).seen.name).toBe('');
});
