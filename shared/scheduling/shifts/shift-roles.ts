import * as z from 'zod';
import { Skill } from '../../people/skills/skills.ts';

/** A role has a hundred seat numbers of its own, so that a seat's number tells its role and no seat must say it. */
const numbersPerRole = 100;

export const roleLimits = { mostRoles: 6, mostPlaces: numbersPerRole - 1, mostSkills: 3 } as const;

export const RoleNumber = z.int().min(1).max(9);

/**
 * What some of the people of a shift do there: who can (all `skills`), how few are needed, and how many places there are. `number` is the
 * role's for good, whatever becomes of the others.
 */
export const ShiftRole = z.object({
  number: RoleNumber,
  name: z.string().trim().min(1).max(20),
  skills: z.array(Skill).max(roleLimits.mostSkills),
  fewest: z.int().min(0).max(roleLimits.mostPlaces),
  most: z.int().min(1).max(roleLimits.mostPlaces),
});
export type ShiftRole = z.infer<typeof ShiftRole>;

/** Places by role; a shift without roles has one that needs no name. */
export type Staffed = Readonly<{ places: number; roles?: readonly ShiftRole[] | undefined }>;

/** The numbers that the seats of a role have, or would have with `most` places. */
export function seatNumbersOf({ number, most }: Pick<ShiftRole, 'number' | 'most'>): number[] {
  return Array.from({ length: most }, (_, index) => (number - 1) * numbersPerRole + index + 1);
}

/** The numbers of all seats of a new shift. */
export function seatNumbers({ places, roles }: Staffed): number[] {
  if (roles === undefined) return Array.from({ length: places }, (_, index) => index + 1);
  return roles.flatMap(seatNumbersOf);
}

/** The role that a seat belongs to; `undefined` in a shift without roles. */
export function roleOfSeat({ roles }: Staffed, seat: number): ShiftRole | undefined {
  const number = Math.floor((seat - 1) / numbersPerRole) + 1;
  return roles?.find((role) => role.number === number);
}

/** The roles in which somebody with these skills can serve. */
export function rolesOpenTo(roles: readonly ShiftRole[], skills: readonly Skill[]): ShiftRole[] {
  return roles.filter((role) => role.skills.every((skill) => skills.includes(skill)));
}

export type RoleFault =
  | { kind: 'tooMany'; most: number }
  | { kind: 'numberTwice'; index: number }
  | { kind: 'nameTwice'; index: number; name: string }
  | { kind: 'fewestAboveMost'; index: number; most: number };

/** What is wrong with the roles of a shift: two of one name cannot be told apart, and no role needs more people than it has places. */
export function checkRoles(roles: readonly ShiftRole[]): RoleFault[] {
  if (roles.length > roleLimits.mostRoles) return [{ kind: 'tooMany', most: roleLimits.mostRoles }];
  return roles.flatMap((role, index): RoleFault[] => {
    const before = roles.slice(0, index);
    if (before.some(({ number }) => number === role.number)) return [{ kind: 'numberTwice', index }];
    if (before.some(({ name }) => name === role.name)) return [{ kind: 'nameTwice', index, name: role.name }];
    return role.fewest > role.most ? [{ kind: 'fewestAboveMost', index, most: role.most }] : [];
  });
}
