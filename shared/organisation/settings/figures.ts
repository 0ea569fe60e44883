import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';

export type FigureUnit = 'minutes' | 'hours' | 'days' | 'workingDays';

/** A figure of the house that the district may change: a whole number, `usual` until then and always between its bounds. */
export type Figure = Readonly<{
  usual: number;
  least: number;
  most: number;
  unit: FigureUnit;
  name: Text;
  /** What it does, in a sentence. */
  says: Text;
}>;

/** Figures that are changed together. Along `rising` each is at least `apart` above the one before it. */
export type SettingsGroup<Name extends string = string> = Readonly<{
  name: Text;
  figures: Readonly<Record<Name, Figure>>;
  rising?: Readonly<{ names: readonly Name[]; apart: number }>;
}>;

/** What the figures of a group are on a day. */
export type FiguresOf<Group extends SettingsGroup> = Readonly<Record<keyof Group['figures'] & string, number>>;

/** Those of a group's figures that a decision changes. */
export type ChangedFigures = Readonly<Record<string, number>>;

/** A decision, and the day from which it holds. Those of a group are numbered, and no later one holds from an earlier day. */
export type DecidedFigures = Readonly<{ version: number; from: Day; changed: ChangedFigures }>;

/** What the figures of a group are before anybody has decided anything. */
export function usualFigures<Group extends SettingsGroup>({ figures }: Group): FiguresOf<Group> {
  const entries = Object.entries(figures).map(([name, { usual }]) => [name, usual]);
  return Object.fromEntries(entries) as FiguresOf<Group>;
}

/**
 * What the figures of a group are on a day: each as the last decision says that holds by then and changes it. A figure that no longer
 * is in the group is passed over.
 *
 * @param decided all decisions on this group, in any order
 */
export function figuresOn<Group extends SettingsGroup>(
  group: Group,
  decided: readonly DecidedFigures[],
  day: Day,
): FiguresOf<Group> {
  const holding = decided.filter(({ from }) => from <= day).sort((one, other) => one.version - other.version);
  const changed = holding.flatMap((decision) => Object.entries(decision.changed));
  const known = changed.filter(([name]) => Object.hasOwn(group.figures, name));
  return { ...usualFigures(group), ...Object.fromEntries(known) };
}

/** Which of the changed figures are too near to a neighbour in `rising`, and what they may be beside it. */
export function orderFaults({ rising }: SettingsGroup, figures: ChangedFigures, changed: ChangedFigures): FieldFault[] {
  if (!rising) return [];
  const { names, apart } = rising;
  return names.slice(1).flatMap((upper, index): FieldFault[] => {
    const lower = names[index] ?? upper;
    const [below = 0, above = 0] = [figures[lower], figures[upper]];
    if (above >= below + apart) return [];
    return Object.hasOwn(changed, upper)
      ? [{ path: `figures.${upper}`, code: 'field.tooSmall', facts: { minimum: below + apart } }]
      : [{ path: `figures.${lower}`, code: 'field.tooBig', facts: { maximum: above - apart } }];
  });
}
