import { describe, expect, test } from 'vitest';
import { aRosterShift, aRosterVolunteer, aRosterWeek } from '../../test/a-roster-week.ts';
import { obstacleFinder, reasonFinder, usualLoad } from './explain.ts';
import type { RosterProblem } from './problem.ts';

describe('why somebody is proposed', () => {
  test('the skill, her team, what she likes, nearness, and that she served little', () => {
    const week = aRosterWeek({
      volunteers: [aRosterVolunteer({ team: 3, skills: 2, liking: [3, 1, 1], pastHours: 1 })],
      shifts: [aRosterShift({ team: 3, roles: [{ skills: 2, fewest: 1, most: 1 }] })],
    });
    expect(reasonFinder(week, 2)([0, 0])).toEqual(['skill', 'ownTeam', 'ownKind', 'near', 'servedLittle']);
    expect(reasonFinder(aRosterWeek({ shifts: [aRosterShift({ community: 1 })] }), -1)([0, 0])).toEqual([]);
  });

  test('little is what half of the people have at most', () => {
    const loads = [4, 0, 2].map((pastHours) => aRosterVolunteer({ pastHours }));
    expect(usualLoad(loads)).toBe(2);
    expect(usualLoad([])).toBe(0);
  });
});

describe('why a place stays empty', () => {
  const evening = aRosterShift({ startsAt: 19 * 60, endsAt: 21 * 60 });
  const tuesday = aRosterShift({ startsAt: 1440 + 9 * 60, endsAt: 1440 + 11 * 60 });
  const night = aRosterShift({ startsAt: 22 * 60, endsAt: 26 * 60 });

  test.each<[string, Partial<RosterProblem>]>([
    ['skill', { shifts: [aRosterShift({ roles: [{ skills: 1, fewest: 1, most: 1 }] })] }],
    ['notAsked', { volunteers: [aRosterVolunteer({ notAsked: new Set([0]) })] }],
    ['notFree', { volunteers: [aRosterVolunteer({ free: [[0, 600]] })] }],
    ['weeklyCap', { volunteers: [aRosterVolunteer({ mostHours: 3 })], shifts: [tuesday, evening] }],
    ['ownLimit', { volunteers: [aRosterVolunteer({ mostHours: 3, isOwnLimit: true })], shifts: [tuesday, evening] }],
    ['sameDay', { shifts: [aRosterShift(), evening] }],
    ['sameDay', { volunteers: [aRosterVolunteer({ free: [], busyDays: new Set([0]) })] }],
    ['rest', { shifts: [tuesday, night] }],
    ['elsewhere', { shifts: [tuesday, evening] }],
  ])('%s', (obstacle, change) => {
    const week = aRosterWeek(change);
    expect(obstacleFinder(week, week.shifts.length > 1 ? [[0, 1]] : [])(0)).toEqual([{ obstacle, people: 1 }]);
  });

  test('is told of each role by itself, in whichever shift it is', () => {
    const roles = [
      { skills: 0, fewest: 1, most: 1 },
      { skills: 1, fewest: 1, most: 1 },
    ];
    const medic = aRosterVolunteer({ skills: 1, free: [] });
    const week = aRosterWeek({ volunteers: [aRosterVolunteer(), medic], shifts: [tuesday, aRosterShift({ roles })] });
    expect(obstacleFinder(week, [])(1)).toEqual([
      { obstacle: 'notFree', people: 1 },
      { obstacle: 'elsewhere', people: 1 },
    ]);
    expect(obstacleFinder(week, [[0, 1]])(2)).toEqual([
      { obstacle: 'skill', people: 1 },
      { obstacle: 'notFree', people: 1 },
    ]);
    const able = { ...week, volunteers: [aRosterVolunteer({ skills: 1 })] };
    expect(obstacleFinder(able, [[0, 2]])(1)).toEqual([{ obstacle: 'elsewhere', people: 1 }]);
    expect(obstacleFinder(able, [[0, 2]])(2)).toEqual([]);
    expect(reasonFinder(week, -1)([1, 2])).toContain('skill');
    expect(reasonFinder(week, -1)([1, 1])).not.toContain('skill');
  });

  test('who serves in it already does not count', () => {
    expect(obstacleFinder(aRosterWeek(), [[0, 0]])(0)).toEqual([]);
    const placed = aRosterWeek({ volunteers: [aRosterVolunteer({ serves: new Set([0]), free: [] })] });
    expect(obstacleFinder(placed, [])(0)).toEqual([]);
  });
});
