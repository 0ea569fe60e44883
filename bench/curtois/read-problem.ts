import type { Cover, Employee, ShiftKind, StaffingProblem } from './staffing-problem.ts';

/** A line of a section, its fields parted, and where in the file it stands. */
type Line = Readonly<{ number: number; fields: readonly string[] }>;

/** How many fields a line of each section has at least. */
const fieldsOf = {
  HORIZON: 1,
  SHIFTS: 2,
  STAFF: 8,
  DAYS_OFF: 1,
  SHIFT_ON_REQUESTS: 4,
  SHIFT_OFF_REQUESTS: 4,
  COVER: 5,
} as const;
type Section = keyof typeof fieldsOf;

/**
 * Reads a file of the published format: sections of lines with commas, `#` before a comment.
 *
 * @throws Error that names the line at fault
 */
export function readProblem(text: string): StaffingProblem {
  const sections = sectionsOf(text);
  const lines = (name: Section) => sections.get(name) ?? [];
  const days = daysIn(lines('HORIZON'));
  const kinds = lines('SHIFTS');
  const ids = ['', ...kinds.map(({ fields: [id = ''] }) => id)];
  const shiftOf = (line: Line, id = ''): number => {
    const shift = ids.indexOf(id);
    if (shift < 1) throw fault(line, `There is no shift ${id}.`);
    return shift;
  };
  const dayOf = (line: Line, field: string | undefined): number => {
    const day = whole(line, field);
    if (day < 0 || day >= days) throw fault(line, `Day ${day} is not within the ${days} days of the horizon.`);
    return day;
  };
  const names = new Set(lines('STAFF').map(({ fields: [id = ''] }) => id));
  const mustBeKnown = (line: Line): string => {
    const [id = ''] = line.fields;
    if (!names.has(id)) throw fault(line, `There is no employee ${id}.`);
    return id;
  };
  const shifts: ShiftKind[] = [
    { id: '', minutes: 0, notBefore: [] },
    ...kinds.map((line) => {
      const [id = '', minutes, notBefore = ''] = line.fields;
      return {
        id,
        minutes: whole(line, minutes),
        notBefore: listed(notBefore).map((each) => shiftOf(line, each)),
      };
    }),
  ];
  const wishesIn = (name: Section, wantsIt: boolean) =>
    lines(name).map((line) => {
      const [, day, shift, weight] = line.fields;
      const wish = { day: dayOf(line, day), shift: shiftOf(line, shift), weight: whole(line, weight), wantsIt };
      return { employee: mustBeKnown(line), wish };
    });
  const wishes = [...wishesIn('SHIFT_ON_REQUESTS', true), ...wishesIn('SHIFT_OFF_REQUESTS', false)];
  const off = lines('DAYS_OFF').map((line) => ({
    employee: mustBeKnown(line),
    days: line.fields.slice(1).map((day) => dayOf(line, day)),
  }));
  const staff = lines('STAFF').map((line): Employee => {
    const [id = '', most = '', ...limits] = line.fields;
    const [mostMinutes = 0, leastMinutes = 0, mostInARow = 0, leastInARow = 0, leastOffInARow = 0, mostWeekends = 0] =
      limits.map((limit) => whole(line, limit));
    const mostOfShift = shifts.map(() => days);
    for (const [shift, count] of listed(most).map((entry) => entry.split('=')))
      mostOfShift[shiftOf(line, shift)] = whole(line, count);
    return {
      id,
      mostOfShift,
      mostMinutes,
      leastMinutes,
      mostInARow,
      leastInARow,
      leastOffInARow,
      mostWeekends,
      daysOff: new Set(off.flatMap((each) => (each.employee === id ? each.days : []))),
      wishes: wishes.flatMap(({ employee, wish }) => (employee === id ? wish : [])),
    };
  });
  const cover = lines('COVER').map((line): Cover => {
    const [day, shift, needed, underWeight, overWeight] = line.fields;
    return {
      day: dayOf(line, day),
      shift: shiftOf(line, shift),
      needed: whole(line, needed),
      underWeight: whole(line, underWeight),
      overWeight: whole(line, overWeight),
    };
  });
  return { days, shifts, staff, cover };
}

function sectionsOf(text: string): Map<string, Line[]> {
  const sections = new Map<string, Line[]>();
  let section: { name: Section; lines: Line[] } | undefined;
  for (const [index, each] of text.split(/\r?\n/).entries()) {
    const line = each.trim();
    if (line === '' || line.startsWith('#')) continue;
    const here = { number: index + 1, fields: line.split(',').map((field) => field.trim()) };
    if (line.startsWith('SECTION_')) {
      const name = line.slice('SECTION_'.length);
      if (!isSection(name)) throw fault(here, `${line} is no section of the format.`);
      section = { name, lines: [] };
      sections.set(name, section.lines);
      continue;
    }
    if (!section) throw fault(here, 'A line stands before the first section.');
    const fewest = fieldsOf[section.name];
    if (here.fields.length < fewest)
      throw fault(here, `SECTION_${section.name} has ${fewest} fields a line, and here are ${here.fields.length}.`);
    section.lines.push(here);
  }
  return sections;
}

function isSection(name: string): name is Section {
  return Object.hasOwn(fieldsOf, name);
}

function daysIn([line]: readonly Line[]): number {
  if (!line) throw new Error('There is no SECTION_HORIZON with a number of days.');
  const days = whole(line, line.fields[0]);
  if (days < 0) throw fault(line, `${days} is no number of days.`);
  return days;
}

function listed(field: string): string[] {
  return field.split('|').filter((entry) => entry !== '');
}

function whole(line: Line, field: string | undefined): number {
  const number = Number(field?.trim() || Number.NaN);
  if (!Number.isInteger(number)) throw fault(line, `${field} is not a whole number.`);
  return number;
}

function fault({ number }: Pick<Line, 'number'>, what: string): Error {
  return new Error(`Line ${number}: ${what}`);
}
