import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { readNewActivity } from './new-activity.ts';

const now = '2026-11-24T06:00:00.000Z';
const centre = { longitude: 113.24, latitude: 23.12 };

const read = (changes: Record<string, string> = {}, room?: Parameters<typeof readNewActivity>[3]) => {
  const data = new FormData();
  const fields = {
    title: '周末河涌清洁',
    kind: 'environment',
    teamScope: '440103/006/001/T0001',
    'place.name': '荔枝湾涌牌坊',
    'place.longitude': '',
    'place.latitude': '',
    date: '2026-11-25',
    startsAt: '19:30',
    endsAt: '21:30',
    places: '8',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return readNewActivity(new SubmittedForm(data), centre, now, room);
};
const faultsIn = (changes: Record<string, string>) => {
  const reading = read(changes);
  return reading.ok ? [] : reading.faults.map(({ path, code }) => [path, code]);
};

describe('a new activity from the form', () => {
  it('meets where the team is at home unless somebody says where', () => {
    const reading = read();
    expect(reading.ok && reading.activity.place).toEqual({ name: '荔枝湾涌牌坊', ...centre });
    const elsewhere = read({ 'place.longitude': '113.25', 'place.latitude': '23.13' });
    expect(elsewhere.ok && elsewhere.activity.place).toMatchObject({ longitude: 113.25, latitude: 23.13 });
  });

  it('meets where a Chinese map says, in WGS-84, and has a fence when somebody draws one', () => {
    const amap = { 'place.longitude': '113.243825', 'place.latitude': '23.117818', 'place.system': 'gcj02' };
    const reading = read({ ...amap, 'place.fenceMetres': '200' });
    const { longitude, latitude, fenceMetres } = (reading.ok && reading.activity.place) || {};
    expect([longitude?.toFixed(4), latitude?.toFixed(4), fenceMetres]).toEqual(['113.2385', '23.1205', 200]);
    const untouched = { 'place.longitude': '113.24', 'place.latitude': '23.12', 'place.system': 'gcj02' };
    const centred = read(untouched);
    expect(centred.ok && centred.activity.place).toMatchObject(centre);
    expect(faultsIn({ 'place.fenceMetres': '20' })[0]?.[0]).toBe('place.fenceMetres');
    expect(faultsIn({ 'place.fenceMetres': '很近' })[0]?.[0]).toBe('place.fenceMetres');
  });

  it('meets in a room, under its name and where it lies, unless somebody says otherwise', () => {
    const room = {
      name: '逢源街道综治中心矛盾纠纷调处室',
      room: '440103/006/R002',
      address: '二楼 203',
      longitude: 113.2,
      latitude: 23.1,
    };
    const untouched = { 'place.longitude': '113.24', 'place.latitude': '23.12' };
    const inRoom = read({ 'place.name': '', ...untouched }, room);
    expect(inRoom.ok && inRoom.activity.place).toEqual(room);
    const typed = { 'place.name': '综治中心门口', 'place.address': '逢源路 1 号', 'place.longitude': '113.3' };
    const atDoor = read({ ...untouched, ...typed }, room);
    expect(atDoor.ok && atDoor.activity.place).toMatchObject({
      name: '综治中心门口',
      address: '逢源路 1 号',
      longitude: 113.3,
    });
  });

  it('tells the faults of the activity and of its shift in one go', () => {
    expect(faultsIn({ title: '', 'place.name': '', endsAt: '19:00' })).toEqual([
      ['title', 'field.tooShort'],
      ['place.name', 'field.required'],
      ['endsAt', 'shift.endsBeforeStart'],
    ]);
    expect(faultsIn({ title: '十月补录' })).toEqual([['title', 'activity.backEntryTitle']]);
    expect(faultsIn({ 'place.longitude': 'east', 'place.latitude': '23' })).toEqual([
      ['place.longitude', 'field.invalid'],
    ]);
  });
});
