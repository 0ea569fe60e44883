import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { readProblem } from './read-problem.ts';
import { StaffingSearch } from './search.ts';
import type { StaffingProblem } from './staffing-problem.ts';

const small = `# two weeks of early and late shifts
SECTION_HORIZON
14

SECTION_SHIFTS
# ShiftID, Length in mins, Shifts which cannot follow this shift | separated
E,480,
L,540,E

SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, MinConsecutiveShifts, MinConsecutiveDaysOff, MaxWeekends
A,E=14|L=14,4500,2400,5,2,2,1
B,E=14|L=0,4500,2400,5,2,2,1
C,E=2|L=14,4500,2400,4,2,3,2

SECTION_DAYS_OFF
A,0
B,9,10

SECTION_SHIFT_ON_REQUESTS
A,2,E,3

SECTION_SHIFT_OFF_REQUESTS
C,12,L,2

SECTION_COVER
${Array.from({ length: 14 }, (_, day) => `${day},E,1,100,1\n${day},L,1,100,1`).join('\n')}
`;
const problem = readProblem(small);
const [A, B, C] = problem.staff;

/** Rows are written as text, a letter a day; a dot is a day off. */
const rosterOf = (...rows: string[]) => rows.map((row) => Array.from(row, (letter) => '.EL'.indexOf(letter)));
const broken = (...rows: string[]) => judge(problem, rosterOf(...rows)).violations;
const rowOfA = '.EELL..EEL....';
const rowOfB = 'EEEEE......EEE';
const rowOfC = 'LLLL...LLLL...';

describe('the published format', () => {
  test('is read with its comments and blank lines, also with the line ends of Windows', () => {
    expect(problem).toMatchObject({ days: 14, shifts: [{ id: '' }, { id: 'E', minutes: 480 }, { notBefore: [1] }] });
    expect(A).toMatchObject({ leastMinutes: 2400, mostInARow: 5, daysOff: new Set([0]) });
    expect(B?.mostOfShift[2]).toBe(0);
    expect(C?.wishes).toEqual([{ day: 12, shift: 2, weight: 2, wantsIt: false }]);
    expect(problem.cover).toHaveLength(28);
    expect(readProblem(small.replaceAll('\n', '\r\n'))).toEqual(problem);
  });

  test.each([
    ['a shift that does not exist', small.replace('A,2,E,3', 'A,2,X,3'), 'Line 21: There is no shift X.'],
    ['a number that is none', small.replace('A,2,E,3', 'A,2,E,many'), 'Line 21: many is not a whole number.'],
    ['an employee who does not exist', small.replace('B,9,10', 'D,9,10'), 'Line 18: There is no employee D.'],
    ['a day beyond the horizon', small.replace('B,9,10', 'B,9,14'), 'Line 18: Day 14 is not within the 14 days'],
    ['a line that is too short', small.replace('A,2,E,3', 'A,2,E'), 'Line 21: SECTION_SHIFT_ON_REQUESTS has 4 fields'],
    ['an unknown section', small.replace('SECTION_COVER', 'SECTION_COVERS'), 'Line 26: SECTION_COVERS is no section'],
    ['a line before all sections', `A,1\n${small}`, 'Line 1: A line stands before the first section.'],
    ['no horizon', 'SECTION_SHIFTS\nE,480,', 'There is no SECTION_HORIZON'],
  ])('%s is refused', (_, text, message) => {
    expect(() => readProblem(text)).toThrow(message);
  });
});

describe('the judge', () => {
  test('adds up wishes and cover', () => {
    const empty = judge(problem, rosterOf('.'.repeat(14), '.'.repeat(14), '.'.repeat(14)));
    expect(empty.objective).toBe(28 * 100 + 3);
    const twice = judge(problem, rosterOf('..E...........', '..E...........', '............L.'));
    expect(twice.objective).toBe(26 * 100 + 1 + 2);
  });

  test.each<[string, string[]]>([
    ['nothing', [rowOfA, rowOfB, rowOfC]],
    ['A: works on day 0, which is off', ['EEELL..EEL....', rowOfB, rowOfC]],
    ['A: too little rest before day 3', ['.ELELL..EE....', rowOfB, rowOfC]],
    ['A: too many days in a row from day 1', ['.EEEEEE..EL...', rowOfB, rowOfC]],
    ['A: too few days in a row from day 1', ['.E..EL..EEEL..', rowOfB, rowOfC]],
    ['A: too few days off from day 4', ['.EEL.EE..EL...', rowOfB, rowOfC]],
    ['A: too few minutes', ['.EE...........', rowOfB, rowOfC]],
    ['A: too many minutes', ['.EEEL..EEE.EEE', rowOfB, rowOfC]],
    ['B: too many of shift L', [rowOfA, 'EELEE......EEE', rowOfC]],
    ['B: too many weekends', [rowOfA, 'EEE..EE....EEE', rowOfC]],
    ['A: another number of days', [rowOfA.slice(1), rowOfB, rowOfC]],
  ])('%s', (rule, rows) => {
    if (rule === 'nothing') expect(broken(...rows)).toEqual([]);
    else expect(broken(...rows)).toContain(rule);
  });
});

describe('the search', () => {
  const searched = (of: StaffingProblem, steps: number) => {
    const search = new StaffingSearch(of, 1);
    let step = 0;
    search.run(() => step++ / steps);
    return judge(of, search.best);
  };

  test('keeps every rule, and covers what three people can', () => {
    const { objective, violations } = searched(problem, 600);
    expect(violations).toEqual([]);
    expect(objective).toBeLessThan(500);
  });

  test('a problem without staff or days is an empty roster', () => {
    expect(searched({ ...problem, staff: [] }, 10)).toEqual({ objective: 2800, violations: [] });
    expect(searched({ ...problem, days: 0, cover: [], staff: [] }, 10)).toEqual({ objective: 0, violations: [] });
  });
});
