import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { readNewShift } from './new-shift.ts';

const now = '2026-11-24T06:00:00.000Z'; // 14:00 in Liwan

const aForm = (changes: Record<string, string> = {}) => {
  const data = new FormData();
  const fields = { date: '2026-11-25', startsAt: '19:30', endsAt: '21:30', places: '8', neededSkill: '', ...changes };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return new SubmittedForm(data);
};
const faultsIn = (changes: Record<string, string>) => {
  const reading = readNewShift(aForm(changes), now);
  return reading.ok ? [] : reading.faults.map(({ path, code }) => [path, code]);
};

describe('the fields of a new shift', () => {
  it('make two instants of a day and two clocks in Liwan', () => {
    const reading = readNewShift(aForm({ neededSkill: 'firstAid' }), now);
    expect(reading).toEqual({
      ok: true,
      shift: {
        startsAt: '2026-11-25T11:30:00.000Z',
        endsAt: '2026-11-25T13:30:00.000Z',
        places: 8,
        neededSkill: 'firstAid',
      },
    });
  });

  it('end on the next day only when that is ticked', () => {
    const reading = readNewShift(aForm({ endsAt: '01:00', overnight: 'yes' }), now);
    expect(reading.ok && reading.shift.endsAt).toBe('2026-11-25T17:00:00.000Z');
    expect(faultsIn({ endsAt: '01:00' })).toEqual([['endsAt', 'shift.endsBeforeStart']]);
  });

  it.each([
    [
      'nothing but a title',
      { date: '', startsAt: '', endsAt: '', places: '' },
      ['date', 'startsAt', 'endsAt', 'places'],
    ],
    ['no day', { date: '' }, ['date']],
    ['the past', { date: '2026-11-24', startsAt: '13:00' }, ['startsAt']],
    ['more than a day', { endsAt: '20:00', overnight: 'yes' }, ['endsAt']],
    ['no place', { places: '0' }, ['places']],
    ['a clock that does not exist', { startsAt: '25:00' }, ['startsAt']],
    ['a skill that is no code', { neededSkill: 'fly a kite' }, ['neededSkill']],
    ['an end before the start, and no place', { endsAt: '19:00', places: '' }, ['endsAt', 'places']],
  ])('are told where they are wrong: %s', (_name, changes, paths) => {
    expect(faultsIn(changes).map(([path]) => path)).toEqual(paths);
  });
});
