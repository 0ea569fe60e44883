import { describe, expect, test } from 'vitest';
import { minutesOfDay } from './problem.ts';
import { type Candidate, type OpenShift, rosterProblem } from './week-model.ts';

const monday = '2026-11-30';
const limits = { weeklyCapMinutes: 20 * 60, fairWeeks: 8 };
const patrol: OpenShift = {
  id: 'patrol',
  kind: 'patrol',
  teamScope: '440103/001/001/T0001',
  startsAt: '2026-12-01T02:00:00.000Z',
  endsAt: '2026-12-01T04:00:00.000Z',
  roles: [{ skills: [], places: 3, needed: 3 }],
};
const aCandidate = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'mei',
  teams: [{ scope: patrol.teamScope, kind: 'patrol' }],
  community: '440103/001/001',
  skills: ['firstAid'],
  adultFrom: '2000-01-01',
  agenda: [],
  minutesBefore: 960,
  notAsked: new Set(),
  ...change,
});
const personOf = (change: Partial<Candidate>) =>
  rosterProblem(monday, [patrol], [aCandidate(change)], limits).volunteers[0];
const at = (day: number, hour: number) => day * minutesOfDay + hour * 60;

describe('a week as a problem', () => {
  test('counts minutes in Liwan from its Monday, and needs what is open', () => {
    const { shifts, volunteers } = rosterProblem(
      monday,
      [{ ...patrol, neededSkill: 'firstAid' }],
      [aCandidate()],
      limits,
    );
    expect(shifts).toMatchObject([
      { startsAt: at(1, 10), endsAt: at(1, 12), team: 0, roles: [{ skills: 1, fewest: 3, most: 3 }] },
    ]);
    expect(volunteers).toMatchObject([{ team: 0, skills: 1, mostHours: 20, pastHours: 2, mostNights: 2 }]);
    expect(volunteers[0]?.liking[shifts[0]?.kind ?? -1]).toBe(3);
  });

  test('who says nothing is free by day; who says when is free then', () => {
    expect(personOf({})?.free).toHaveLength(7);
    expect(personOf({})?.free[1]).toEqual([at(1, 6), at(1, 23)]);
    const free = [{ startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T05:00:00.000Z' }];
    expect(personOf({ free })?.free).toEqual([[at(1, 9), at(1, 13)]]);
  });

  test('a day on which she has something is taken, with the rest after a night, and so are its hours', () => {
    const night = { startsAt: '2026-12-02T14:00:00.000Z', endsAt: '2026-12-02T18:00:00.000Z' };
    const person = personOf({ agenda: [night] });
    expect(person?.mostHours).toBe(16);
    expect(person?.free.filter(([from]) => from >= at(1, 0) && from < at(4, 0))).toEqual([
      [at(1, 6), at(1, 23)],
      [at(3, 13), at(3, 23)],
    ]);
  });

  test('what she had in the night before the week still lets her rest', () => {
    const sunday = { startsAt: '2026-11-29T15:00:00.000Z', endsAt: '2026-11-29T21:00:00.000Z' };
    const person = personOf({ agenda: [sunday] });
    expect(person?.mostHours).toBe(20);
    expect(person?.free[0]).toEqual([at(0, 16), at(0, 23)]);
  });

  test('one who is not yet an adult is not free at night', () => {
    const allWeek = [{ startsAt: '2026-11-29T16:00:00.000Z', endsAt: '2026-12-06T16:00:00.000Z' }];
    const person = personOf({ free: allWeek, adultFrom: '2026-12-02' });
    expect(person?.free).toEqual([
      [at(0, 6), at(0, 22)],
      [at(1, 6), at(1, 22)],
      [at(2, 6), at(7, 0)],
    ]);
  });

  test('each role asks for its own skills beside those of the shift, and says how many of its places are needed', () => {
    const roles = [
      { number: 1, name: '引导', skills: [], places: 2, needed: 1 },
      { number: 3, name: '急救', skills: ['firstAid'], places: 1, needed: 2 },
    ];
    const { shifts, volunteers } = rosterProblem(
      monday,
      [{ ...patrol, neededSkill: 'driving', roles }],
      [aCandidate({ skills: ['firstAid', 'legal'] })],
      limits,
    );
    expect(shifts[0]?.roles).toEqual([
      { skills: 0b01, fewest: 1, most: 2 },
      { skills: 0b11, fewest: 1, most: 1 },
    ]);
    expect(volunteers[0]?.skills).toBe(0b10);
  });

  test('what she is not asked for is told by shift', () => {
    expect(personOf({ notAsked: new Set(['patrol', 'gone']) })?.notAsked).toEqual(new Set([0]));
  });
});
