import { type ActivityKind, kindDefaults } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { roleRows } from './shift-fields.ts';

/** What stands in the fields of `ShiftFields` for a shift of a kind, by the name of the field, and how long such a shift lasts. */
export type ShiftDefaults = Readonly<{ minutes: number; values: Readonly<Record<string, string>> }>;

export function defaultsOf(kind: ActivityKind): ShiftDefaults {
  const { minutes, places, risk, roles = [] } = kindDefaults[kind];
  const ofRoles = roles.flatMap(({ name, skills, fewest, most }, index) => {
    const row = roleRows[index];
    const values = { name, skill: skills[0] ?? '', fewest: `${fewest}`, most: `${most}` };
    return row ? Object.entries(values).map(([field, value]) => [`${row}.${field}`, value]) : [];
  });
  return { minutes, values: { places: `${places}`, risk, ...Object.fromEntries(ofRoles) } };
}

/** The kind that a form names, if it is one. */
export function kindNamed(text: string | null): ActivityKind | undefined {
  return text !== null && Object.hasOwn(kindDefaults, text) ? (text as ActivityKind) : undefined;
}

/** When a shift that begins at a clock, `19:30`, is over; nothing when that is on the next day, or no clock. */
export function usualEnd(startsAt: string, minutes: number): string | undefined {
  const [hours = Number.NaN, past = Number.NaN] = startsAt.split(':').map(Number);
  const end = hours * 60 + past + minutes;
  if (!(end < 24 * 60)) return undefined;
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
