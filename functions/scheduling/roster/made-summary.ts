import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { RosterSummary } from '@kaifong/shared/scheduling/roster/roster.ts';
import { type TimeRange, weekRanges } from '@kaifong/shared/scheduling/weeks.ts';
import { type MadeRoster, minutesOf } from './made-roster.ts';
import type { RosterNeed } from './open-week.ts';
import { rolesInOrder } from './problem.ts';
import { keyOf, type Pair } from './run-model.ts';
import { gini } from './score.ts';
import { openPlacesIn } from './week-model.ts';

/** What a roster comes to: how much it fills, how fair it is, and what changed against the one before. */
export function summaryOf(made: MadeRoster): RosterSummary {
  const { open, asked, earlier, wishes, gapPercent } = made;
  const pairs = pairsIn(made);
  const keys = new Set(pairs.map(keyOf));
  const before = minutesWithout(made);
  const after = new Map(before);
  const needs = new Map(open.map((need) => [need.id, need]));
  for (const { shiftId, volunteerId } of pairs) {
    const need = needs.get(shiftId);
    if (need) after.set(volunteerId, (after.get(volunteerId) ?? 0) + minutesOf(need));
  }
  return {
    shifts: open.length,
    places: open.reduce((sum, need) => sum + openPlacesIn(need), 0),
    filled: pairs.length,
    people: new Set(pairs.map(({ volunteerId }) => volunteerId)).size,
    candidates: asked.length,
    days: daysOf(open, pairs),
    changed: earlier.length > 0 ? missingIn(wishes.proposed, keys) : 0,
    dropped: missingIn(keys, wishes.proposed),
    inequality: rounded(gini([...after.values()])),
    inequalityBefore: rounded(gini([...before.values()])),
    gapPercent,
  };
}

/** All who are proposed, the locked ones too. */
function pairsIn({ open, asked, assignments, held }: MadeRoster): Pair[] {
  const order = rolesInOrder(open);
  const others = assignments.flatMap(([person, index]): Pair[] => {
    const [volunteer, place] = [asked[person], order[index]];
    return volunteer && place ? [{ shiftId: place.shift.id, volunteerId: volunteer.id, role: place.role.number }] : [];
  });
  return [...held, ...others];
}

/** Minutes of each candidate in the weeks before and in this one, without what the roster proposes. */
function minutesWithout({ open, asked, held }: MadeRoster): Map<string, number> {
  const [first] = open;
  const bounds = first && weekRanges(first.startsAt, first.startsAt)[0];
  const locked = new Set(held.map(({ shiftId, volunteerId }) => keyOf({ shiftId, volunteerId })));
  return new Map(
    asked.map(({ id, agenda, minutesBefore }) => {
      const taken = agenda.filter(
        ({ shiftId = '', ...time }) => bounds && isIn(time, bounds) && !locked.has(keyOf({ shiftId, volunteerId: id })),
      );
      return [id, minutesBefore + taken.reduce((sum, entry) => sum + minutesOf(entry), 0)];
    }),
  );
}

function daysOf(open: readonly RosterNeed[], pairs: readonly Pair[]): RosterSummary['days'] {
  const filledOf = Map.groupBy(pairs, ({ shiftId }) => shiftId);
  return [...Map.groupBy(open, ({ startsAt }) => dayOf(startsAt))].map(([day, needs]) => ({
    day,
    shifts: needs.length,
    places: needs.reduce((sum, need) => sum + openPlacesIn(need), 0),
    filled: needs.reduce((sum, { id }) => sum + (filledOf.get(id)?.length ?? 0), 0),
  }));
}

/** How many of `others` are not in `known`. */
const missingIn = (known: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...others].filter((each) => !known.has(each)).length;
const isIn = ({ startsAt }: TimeRange, bounds: TimeRange) => bounds.startsAt <= startsAt && startsAt < bounds.endsAt;
const rounded = (number: number) => Math.round(number * 1000) / 1000;
