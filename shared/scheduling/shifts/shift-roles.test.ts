import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRoles, roleOfSeat, rolesOpenTo, type ShiftRole, seatNumbers } from './shift-roles.ts';

const aRole = (changes: Partial<ShiftRole> = {}): ShiftRole => ({
  number: 1,
  name: '引导',
  skills: [],
  fewest: 1,
  most: 4,
  ...changes,
});

describe('the seats of a shift', () => {
  it('are numbered from one without roles, and tell no role', () => {
    expect(seatNumbers({ places: 3 })).toEqual([1, 2, 3]);
    expect(roleOfSeat({ places: 3 }, 2)).toBeUndefined();
  });

  it('tell their role by their number, whatever roles there are', () => {
    const most = fc.integer({ min: 1, max: 99 });
    const roles = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(roles, fc.array(most, { minLength: 6, maxLength: 6 }), (numbers, places) => {
        const staffed = numbers.map((number, index) => aRole({ number, name: `${number}`, most: places[index] ?? 1 }));
        const shift = { places: staffed.reduce((sum, role) => sum + role.most, 0), roles: staffed };
        const seats = seatNumbers(shift);
        expect(new Set(seats).size).toBe(shift.places);
        for (const role of staffed)
          expect(seats.filter((seat) => roleOfSeat(shift, seat) === role)).toHaveLength(role.most);
      }),
    );
  });
});

describe('roles', () => {
  it('are open to those who have all their skills', () => {
    const [guide, medic] = [aRole(), aRole({ number: 2, skills: ['firstAid', 'medical'] })];
    expect(rolesOpenTo([guide, medic], ['firstAid'])).toEqual([guide]);
    expect(rolesOpenTo([guide, medic], ['firstAid', 'medical'])).toEqual([guide, medic]);
  });

  it.each<[string, ShiftRole[], object]>([
    ['two of one name', [aRole(), aRole({ number: 2 })], { kind: 'nameTwice', index: 1, name: '引导' }],
    ['two of one number', [aRole(), aRole({ name: '急救' })], { kind: 'numberTwice', index: 1 }],
    ['more needed than places', [aRole({ fewest: 5 })], { kind: 'fewestAboveMost', index: 0, most: 4 }],
    [
      'too many of them',
      [1, 2, 3, 4, 5, 6, 7].map((number) => aRole({ number, name: `${number}` })),
      { kind: 'tooMany', most: 6 },
    ],
  ])('are refused with %s', (_, roles, fault) => {
    expect(checkRoles(roles)).toEqual([fault]);
  });
});
