import { expect, test } from 'vitest';
import { aRosterShift, aRosterVolunteer, aRosterWeek } from '../../test/a-roster-week.ts';
import { Draft } from './draft.ts';
import { Improver } from './improve.ts';
import { buildInstance } from './instance.ts';
import { Pricer } from './pricing.ts';

test('somebody leaves three short shifts, which others take, for a long one that only she can serve in', () => {
  const short = [0, 1, 2].map((day) => aRosterShift({ startsAt: day * 1440 + 540, endsAt: day * 1440 + 660 }));
  const roles = [{ skills: 1, fewest: 1, most: 1 }];
  const long = aRosterShift({ startsAt: 4 * 1440 + 540, endsAt: 4 * 1440 + 900, roles });
  const able = aRosterVolunteer({ skills: 1, mostHours: 6 });
  const others = [0, 1, 2].map(() => aRosterVolunteer({ mostHours: 2 }));
  const instance = buildInstance(aRosterWeek({ volunteers: [able, ...others], shifts: [...short, long] }));
  const draft = new Draft(instance);
  const pricer = new Pricer(instance);
  pricer.best(0, Float64Array.of(10, 10, 10, -1e6));
  draft.assign(pricer.chosen, pricer.count);
  expect(draft.assignments().map(String).sort()).toEqual(['0,0', '0,1', '0,2']);

  const improver = new Improver(draft, pricer, Float64Array.of(10, 10, 10, 10));
  expect(improver.fillRole(3, 1)).toBe(false);
  expect(improver.fillRoleByWeek(3, 1)).toBe(true);
  expect(draft.assignments()).toHaveLength(4);
  expect(draft.assignments()).toContainEqual([0, 3]);
  expect(improver.fillRoleByWeek(3, 1)).toBe(false);
});
