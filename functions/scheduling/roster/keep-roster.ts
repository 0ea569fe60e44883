import { setImmediate as giveWay } from 'node:timers/promises';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { Proposal, RosterSummary } from '@kaifong/shared/scheduling/roster.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { type TimeRange, weekRanges } from '@kaifong/shared/scheduling/weeks.ts';
import type { Condition } from '../../platform/condition.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { obstacleFinder, reasonsFor, usualLoad } from './explain.ts';
import type { RosterCandidate, RosterNeed } from './open-week.ts';
import type { Assignment, RosterProblem } from './problem.ts';
import { RosterItem, RosterShiftItem } from './roster.table.ts';
import { pairOf, type Wishes } from './run-model.ts';
import { gini } from './score.ts';

const itemsTogether = 50;

/** A roster that was worked out: who is to serve where beside those who are locked, and all that tells why. */
export type MadeRoster = Readonly<{
  /** The shifts as they were open; `problem` has them in the same order without the places that are locked. */
  open: readonly RosterNeed[];
  asked: readonly RosterCandidate[];
  problem: RosterProblem;
  earlier: readonly RosterShiftItem[];
  wishes: Wishes;
  /** The pairs that are locked. */
  held: ReadonlySet<string>;
  isWishedTime: (person: number, shift: number) => boolean;
  assignments: readonly Assignment[];
  gapPercent: number;
}>;

type Run = Readonly<{ place: string; week: string; run: number }>;

/** Writes down what was worked out, shift by shift, with the reasons. */
export function rosterKeeping({ table }: Pick<SchedulingDeps, 'table'>) {
  async function itemsOf(run: Run, made: MadeRoster): Promise<RosterShiftItem[]> {
    const { open, problem, earlier, assignments } = made;
    const usual = usualLoad(problem.volunteers);
    const byShift = Map.groupBy(assignments, ([, role]) => role);
    const before = new Map(earlier.map((item) => [item.shiftId, item]));
    const obstaclesTo = obstacleFinder(problem, assignments);
    const items: RosterShiftItem[] = [];
    for (const [index, { shift, openPlaces }] of open.entries()) {
      const own = byShift.get(index) ?? [];
      const proposals = [...lockedIn(made, index), ...own.flatMap((each) => proposalOf(made, each, usual))];
      items.push({
        ...run,
        shiftId: shift.id,
        title: shift.title,
        placeName: shift.place.name,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        ...(shift.neededSkill && { neededSkill: shift.neededSkill }),
        teamScope: shift.teamScope,
        places: openPlaces,
        proposals,
        obstacles: proposals.length < openPlaces ? obstaclesTo(index) : [],
        removed: before.get(shift.id)?.removed ?? [],
        version: (before.get(shift.id)?.version ?? 0) + 1,
      });
      if (index % 10 === 9) await giveWay();
    }
    return items;
  }

  return {
    /** Puts it in the place of what was there. Answers whether it was still wanted. */
    async keep(run: Run, made: MadeRoster, isWanted: Condition<typeof RosterItem>): Promise<boolean> {
      const items = await itemsOf(run, made);
      for (let from = 0; from < items.length; from += itemsTogether) {
        const some = items.slice(from, from + itemsTogether);
        const writes = some.map((item) => [`shift ${item.shiftId}`, table.put(RosterShiftItem, item)]);
        const outcome = await transact(table.client, {
          ...Object.fromEntries(writes),
          roster: table.check(RosterItem, run, isWanted),
        });
        if (!outcome.committed) return false;
      }
      const kept = new Set(items.map(({ shiftId }) => shiftId));
      const gone = made.earlier.filter(({ shiftId }) => !kept.has(shiftId));
      for (let from = 0; from < gone.length; from += itemsTogether)
        await transact(
          table.client,
          Object.fromEntries(
            gone.slice(from, from + itemsTogether).map((item) => [item.shiftId, table.remove(RosterShiftItem, item)]),
          ),
        );
      return true;
    },

    summaryOf,
  };
}

/** Those whom the leader locked in a shift. */
function lockedIn({ open, asked, held }: MadeRoster, shift: number): Proposal[] {
  const need = open[shift];
  if (!need || held.size === 0) return [];
  return asked.flatMap((person) =>
    held.has(pairOf(need.id, person.id))
      ? [
          {
            volunteerId: person.id,
            isLocked: true,
            isNew: false,
            reasons: ['locked' as const],
            weeklyMinutes: weeklyMinutesOf(person),
          },
        ]
      : [],
  );
}

function proposalOf(made: MadeRoster, assignment: Assignment, usual: number): Proposal[] {
  const { open, asked, problem, earlier, wishes, isWishedTime } = made;
  const [person, role] = assignment;
  const [volunteer, need] = [asked[person], open[role]];
  if (!volunteer || !need) return [];
  const isWishedKind = volunteer.wishes?.kinds.some((kind) => kind === need.kind) === true;
  const reasons = reasonsFor(problem, assignment, usual).map((reason) =>
    reason === 'ownKind' && isWishedKind ? ('wishedKind' as const) : reason,
  );
  return [
    {
      volunteerId: volunteer.id,
      isLocked: false,
      isNew: earlier.length > 0 && !wishes.proposed.has(pairOf(need.id, volunteer.id)),
      reasons: isWishedTime(person, role) ? [...reasons, 'wishedTime'] : reasons,
      weeklyMinutes: weeklyMinutesOf(volunteer),
    },
  ];
}

function summaryOf(made: MadeRoster): RosterSummary {
  const { open, asked, earlier, wishes, held, assignments, gapPercent } = made;
  const [first] = open;
  const bounds = first && weekRanges(first.startsAt, first.startsAt)[0];
  const isLocked = (shiftId: string | undefined, id: string) => shiftId !== undefined && held.has(pairOf(shiftId, id));
  const before = asked.map(({ id, agenda, minutesBefore }) => {
    const taken = agenda.filter((entry) => bounds && isIn(entry, bounds) && !isLocked(entry.shiftId, id));
    return minutesBefore + taken.reduce((sum, entry) => sum + minutesOf(entry), 0);
  });
  const after = [...before];
  const proposed = new Set<string>();
  const add = (person: number, need: RosterNeed | undefined) => {
    if (!need) return;
    after[person] = (after[person] ?? 0) + minutesOf(need);
    proposed.add(pairOf(need.id, asked[person]?.id ?? ''));
  };
  for (const [person, role] of assignments) add(person, open[role]);
  const needs = new Map(open.map((need) => [need.id, need]));
  const indexes = new Map(asked.map(({ id }, index) => [id, index]));
  for (const pair of held) {
    const [shiftId = '', id = ''] = pair.split(' ');
    add(indexes.get(id) ?? -1, needs.get(shiftId));
  }
  return {
    shifts: open.length,
    places: open.reduce((sum, { openPlaces }) => sum + openPlaces, 0),
    filled: proposed.size,
    people: new Set([...proposed].map((pair) => pair.split(' ')[1])).size,
    candidates: asked.length,
    days: daysOf(open, proposed),
    changed: earlier.length > 0 ? missingIn(wishes.proposed, proposed) : 0,
    dropped: missingIn(proposed, wishes.proposed),
    inequality: rounded(gini(after)),
    inequalityBefore: rounded(gini(before)),
    gapPercent,
  };
}

function daysOf(open: readonly RosterNeed[], proposed: ReadonlySet<string>): RosterSummary['days'] {
  const filledOf = Map.groupBy(proposed, (pair) => pair.split(' ')[0]);
  return [...Map.groupBy(open, ({ startsAt }) => dayOf(startsAt))].map(([day, needs]) => ({
    day,
    shifts: needs.length,
    places: needs.reduce((sum, { openPlaces }) => sum + openPlaces, 0),
    filled: needs.reduce((sum, { id }) => sum + (filledOf.get(id)?.length ?? 0), 0),
  }));
}

function weeklyMinutesOf({ minutesBefore }: RosterCandidate): number {
  return Math.round(minutesBefore / schedulingSettings.fairWeeks);
}

/** How many of `others` are not in `known`. */
const missingIn = (known: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...others].filter((each) => !known.has(each)).length;
const minutesOf = ({ startsAt, endsAt }: TimeRange) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
const isIn = ({ startsAt }: TimeRange, bounds: TimeRange) => bounds.startsAt <= startsAt && startsAt < bounds.endsAt;
const rounded = (number: number) => Math.round(number * 1000) / 1000;
