import { expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { placeIn } from './place-form.ts';

const centre = { longitude: 113.2385, latitude: 23.1205 };
const gate = { name: '荔湾湖公园北门', longitude: 113.2301, latitude: 23.1255, fenceMetres: 150 };
const room = { name: '逢源街道综治中心调处室', room: '440103/006/R001' };

function sent(fields: Readonly<Record<string, string>>): SubmittedForm {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(`place.${field}`, value);
  return new SubmittedForm(data);
}
/** The fields of a place as the form shows it. */
const shown = (more: Readonly<Record<string, string>>) =>
  sent({ name: gate.name, longitude: `${gate.longitude}`, latitude: `${gate.latitude}`, fenceMetres: '150', ...more });

it('is nothing when nothing is said: people meet where the activity does', () => {
  expect(placeIn(sent({ system: 'wgs84' }), { centre })).toBeUndefined();
  expect(placeIn(shown({ name: '' }), { before: gate, centre })).toBeUndefined();
});

it('lies at the centre or where somebody says, by either kind of map, with a fence when it has one', () => {
  expect(placeIn(sent({ name: '榕树下', fenceMetres: '200' }), { centre })).toEqual({
    ...{ name: '榕树下', ...centre, fenceMetres: 200 },
  });
  const amap = { longitude: '113.243825', latitude: '23.117818', system: 'gcj02' };
  const { longitude = 0, latitude = 0 } = placeIn(sent({ name: '榕树下', ...amap }), { centre }) ?? {};
  expect([longitude.toFixed(4), latitude.toFixed(4)]).toEqual(['113.2385', '23.1205']);
});

it('stays where it was under its name, with its fence; another one leaves both behind', () => {
  const known = { before: gate, centre };
  expect(placeIn(shown({ address: '北门' }), known)).toEqual({ ...gate, address: '北门' });
  expect(placeIn(shown({ fenceMetres: '' }), known)).toEqual({ ...gate, fenceMetres: undefined });
  expect(placeIn(shown({ name: '榕树下' }), known)).toEqual({ name: '榕树下', ...centre });
  expect(placeIn(shown({ name: '榕树下', fenceMetres: '80' }), known)).toMatchObject({ ...centre, fenceMetres: 80 });
  expect(placeIn(shown({ longitude: '113.24' }), known)).toMatchObject({ longitude: 113.24, fenceMetres: 150 });
});

it('may be a room with a fence', () => {
  expect(placeIn(sent({ fenceMetres: '100' }), { room, centre })).toEqual({ ...room, ...centre, fenceMetres: 100 });
});

it('that has a fence and no name is refused by the API for its name', () => {
  expect(placeIn(sent({ fenceMetres: '100' }), { centre })).toMatchObject({ name: '' });
});
