import type { Cover, Employee, ShiftKind, StaffingProblem } from './staffing-problem.ts';

/** Reads a file of the published format: sections of lines with commas, `#` before a comment. */
export function readProblem(text: string): StaffingProblem {
  const sections = sectionsOf(text);
  const lines = (name: string) => (sections.get(`SECTION_${name}`) ?? []).map((line) => line.split(','));
  const days = integer(sections.get('SECTION_HORIZON')?.[0]);
  const ids = ['', ...lines('SHIFTS').map(([id = '']) => id)];
  const shiftOf = (id = ''): number => {
    const shift = ids.indexOf(id);
    if (shift < 1) throw new Error(`There is no shift ${id}.`);
    return shift;
  };
  const shifts: ShiftKind[] = [
    { id: '', minutes: 0, notBefore: [] },
    ...lines('SHIFTS').map(([id = '', minutes, notBefore = '']) => ({
      id,
      minutes: integer(minutes),
      notBefore: listed(notBefore).map(shiftOf),
    })),
  ];
  const wishes = [
    ...lines('SHIFT_ON_REQUESTS').map((fields) => ({ fields, wantsIt: true })),
    ...lines('SHIFT_OFF_REQUESTS').map((fields) => ({ fields, wantsIt: false })),
  ].map(({ fields: [employee = '', day, shift, weight], wantsIt }) => ({
    employee,
    wish: { day: integer(day), shift: shiftOf(shift), weight: integer(weight), wantsIt },
  }));
  const staff = lines('STAFF').map(([id = '', most = '', ...limits]): Employee => {
    const [mostMinutes = 0, leastMinutes = 0, mostInARow = 0, leastInARow = 0, leastOffInARow = 0, mostWeekends = 0] =
      limits.map(integer);
    const mostOfShift = shifts.map(() => days);
    for (const [shift, count] of listed(most).map((entry) => entry.split('=')))
      mostOfShift[shiftOf(shift)] = integer(count);
    const daysOff = lines('DAYS_OFF').flatMap(([owner, ...rest]) => (owner === id ? rest.map(integer) : []));
    return {
      id,
      mostOfShift,
      mostMinutes,
      leastMinutes,
      mostInARow,
      leastInARow,
      leastOffInARow,
      mostWeekends,
      daysOff: new Set(daysOff),
      wishes: wishes.flatMap(({ employee, wish }) => (employee === id ? wish : [])),
    };
  });
  const cover = lines('COVER').map(
    ([day, shift, needed, underWeight, overWeight]): Cover => ({
      day: integer(day),
      shift: shiftOf(shift),
      needed: integer(needed),
      underWeight: integer(underWeight),
      overWeight: integer(overWeight),
    }),
  );
  return { days, shifts, staff, cover };
}

function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      section = [];
      sections.set(line, section);
    } else section.push(line);
  }
  return sections;
}

function listed(field: string): string[] {
  return field.split('|').filter((entry) => entry !== '');
}

function integer(field: string | undefined): number {
  const number = Number(field?.trim() || Number.NaN);
  if (!Number.isInteger(number)) throw new Error(`${field} is not a whole number.`);
  return number;
}
