import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { readNewActivity } from './new-activity.ts';

const now = '2026-11-24T06:00:00.000Z';
const centre = { longitude: 113.24, latitude: 23.12 };

const read = (changes: Record<string, string> = {}) => {
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
  return readNewActivity(new SubmittedForm(data), centre, now);
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
