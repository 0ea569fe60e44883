import { describe, expect, test } from 'vitest';
import { aRosterShift, aRosterVolunteer, aRosterWeek } from '../../test/a-roster-week.ts';
import { minutesOfDay, reaches } from './problem.ts';
import { gini, scoreRoster } from './score.ts';

const rulesBroken = (...args: Parameters<typeof scoreRoster>) =>
  scoreRoster(...args).violations.map(({ rule }) => rule);

describe('what a roster is worth', () => {
  test('places, points and the cost of the load are added up', () => {
    const week = aRosterWeek({
      volunteers: [aRosterVolunteer({ pastHours: 1.5, liking: [3, 0, 0], team: 4 })],
      shifts: [aRosterShift({ priority: 2, team: 4 })],
    });
    const { value, coverage, fillRate } = scoreRoster(week, [[0, 0]]);
    const load = 1.2 * (0.5 * 1.5 + 2.5 + 0.5 * 3.5);
    expect(value).toBeCloseTo(2000 + 24 + 12 + 20 - load, 9);
    expect([coverage, fillRate]).toEqual([1, 1]);
  });

  test('a place beyond those needed is worth less, and the way to a neighbouring community costs a little', () => {
    const shifts = [aRosterShift({ community: 1, roles: [{ skills: 0, fewest: 0, most: 1 }] })];
    const { value } = scoreRoster(aRosterWeek({ shifts }), [[0, 0]]);
    expect(value).toBeCloseTo(300 + 8 + 4 - Math.SQRT2 - 1.2 * 2, 9);
  });

  test('hours that all have alike are equal, and those that one has alone are not', () => {
    expect(gini([2, 2, 2])).toBe(0);
    expect(gini([0, 0, 0, 4])).toBe(0.75);
    expect(gini([])).toBe(0);
  });
});

describe('what breaks a hard rule', () => {
  const tuesday = { startsAt: minutesOfDay + 9 * 60, endsAt: minutesOfDay + 11 * 60 };

  test.each([
    ['skill', { shifts: [aRosterShift({ roles: [{ skills: 2, fewest: 1, most: 1 }] })] }],
    ['reach', { shifts: [aRosterShift({ community: 1, reach: reaches.community })] }],
    ['reach', { shifts: [aRosterShift({ community: 2 })] }],
    ['notFree', { volunteers: [aRosterVolunteer({ free: [[0, 10 * 60]] })] }],
    ['hours', { volunteers: [aRosterVolunteer({ mostHours: 1.5 })] }],
    [
      'nights',
      { volunteers: [aRosterVolunteer({ mostNights: 0 })], shifts: [aRosterShift({ startsAt: 1320, endsAt: 1560 })] },
    ],
  ])('%s', (rule, change) => {
    expect(rulesBroken(aRosterWeek(change), [[0, 0]])).toEqual([rule]);
  });

  test('two shifts on a day, one after a night without rest, two at once in a place for one', () => {
    const sameDay = aRosterWeek({ shifts: [aRosterShift(), aRosterShift({ startsAt: 900, endsAt: 960 })] });
    expect(
      rulesBroken(sameDay, [
        [0, 0],
        [0, 1],
      ]),
    ).toEqual(['oneShiftADay']);
    const afterNight = aRosterWeek({ shifts: [aRosterShift(tuesday), aRosterShift({ startsAt: 1320, endsAt: 1560 })] });
    expect(
      rulesBroken(afterNight, [
        [0, 0],
        [0, 1],
      ]),
    ).toEqual(['rest']);
    const volunteers = [aRosterVolunteer(), aRosterVolunteer()];
    expect(
      rulesBroken(aRosterWeek({ volunteers }), [
        [0, 0],
        [1, 0],
      ]),
    ).toEqual(['tooMany']);
    expect(rulesBroken(aRosterWeek(), [[7, 0]])).toEqual(['unknown']);
  });
});
