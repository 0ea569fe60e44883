import { describe, expect, it } from 'vitest';
import { fieldTexts } from '../../kernel/field-texts.ts';
import { hour, instantAt, shiftBy } from '../../kernel/time.ts';
import { newShiftFaults } from './new-shift.ts';

const startsAt = instantAt('2026-11-25', '14:00');
const aShift = {
  title: '荔枝湾平安巡逻',
  startsAt,
  endsAt: shiftBy(startsAt, 3 * hour),
  places: 20,
  now: instantAt('2026-11-24', '09:00'),
};

const guide = { number: 1, name: '引导', skills: [], fewest: 1, most: 20 };

describe('the faults of a new shift', () => {
  it('are none when it may be made', () => {
    expect(newShiftFaults(aShift)).toEqual([]);
  });

  it.each([
    ['a title that names a back-entry', { title: '补录' }, { path: 'title', code: 'activity.backEntryTitle' }],
    ['a start that has come', { startsAt: aShift.now }, { path: 'startsAt', code: 'shift.notInFuture' }],
    ['an end before the start', { endsAt: startsAt }, { path: 'endsAt', code: 'shift.endsBeforeStart' }],
    ['more than a day', { endsAt: shiftBy(startsAt, 25 * hour) }, { path: 'endsAt', facts: { maximum: 24 } }],
    ['sign-up that closes late', { signUpClosesAt: shiftBy(startsAt, 1) }, { path: 'signUpClosesAt' }],
    ['too many places', { places: 201 }, { path: 'places', code: 'field.tooBig', facts: { maximum: 200 } }],
    ['no place', { places: 0 }, { path: 'places', code: 'field.tooSmall', facts: { minimum: 1 } }],
    ['thirty hours', { endsAt: shiftBy(startsAt, 30 * hour) }, { path: 'endsAt', code: 'shift.tooLong' }],
    ['two roles of one name', { roles: [guide, { ...guide, number: 2 }] }, { path: 'roles.1.name' }],
    ['a role that needs more than it has', { roles: [{ ...guide, fewest: 21 }] }, { path: 'roles.0.fewest' }],
    [
      'roles that make another sum',
      { roles: [{ ...guide, most: 7 }] },
      { code: 'shift.rolesDiffer', facts: { sum: 7 } },
    ],
    ['a team that comes first for good', { mode: 'teamFirst' as const }, { path: 'teamFirstUntil' }],
    [
      'a team that comes first until too late',
      { mode: 'teamFirst' as const, teamFirstUntil: shiftBy(startsAt, 1) },
      { code: 'shift.teamFirstTooLong' },
    ],
  ])('lie at the field that must change: %s', (_case, changes, fault) => {
    const [first, ...others] = newShiftFaults({ ...aShift, ...changes });
    expect(first).toMatchObject(fault);
    expect(others).toEqual([]);
    expect(fieldTexts).toHaveProperty([String(first?.code)]);
  });
});
