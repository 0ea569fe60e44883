import { setImmediate as giveWay } from 'node:timers/promises';
import type { RosterSummary } from '@kaifong/shared/scheduling/roster.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { mondayOfWeek } from '@kaifong/shared/scheduling/weeks.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SignUpItem } from '../scheduling.table.ts';
import { obstaclesTo, reasonsFor, usualLoad } from './explain.ts';
import { openWeek, type RosterNeed } from './open-week.ts';
import type { Assignment, RosterProblem } from './problem.ts';
import { RosterItem, RosterShiftItem, rosterPartition } from './roster.table.ts';
import { gini } from './score.ts';
import { RosterSolver } from './solve.ts';
import { type Candidate, rosterProblem } from './week-model.ts';

/** Milliseconds of work before others have a turn, and between two words about how far it is. */
const turn = 20;
const telling = 700;
/** A roster so near to its bound, as a share, is good enough. */
const goodEnough = 5e-5;
/** What it is worth that a proposal stays: as a lock nearly anything, as it is a little more than the usual differences. */
const stays = { locked: 20_000, proposed: 30 };
/** Rounds in which people turn out to have declined before. */
const mostRounds = 4;
const itemsTogether = 50;

type Run = Readonly<{ place: string; week: string; run: number }>;

/** Works rosters out, far from any request. */
export function rosterRuns(deps: SchedulingDeps) {
  const { table, now } = deps;
  const week = openWeek(deps);

  const isWanted = ({ run }: Run) => ({ is: { state: 'working' as const, run } });

  /** Writes something about a roster that is still wanted. Answers whether it was. */
  async function note(run: Run, set: Partial<RosterItem>): Promise<boolean> {
    const outcome = await transact(table.client, { roster: table.adjust(RosterItem, run, { set }, isWanted(run)) });
    return outcome.committed;
  }

  /** Improves a roster until its time is up, it is good enough, or nobody wants it any more (`undefined`). */
  async function solve(
    run: Run,
    problem: RosterProblem,
    seconds: number,
    bonus: (person: number, role: number) => number,
  ) {
    const began = performance.now();
    const clock = () => (performance.now() - began) / 1000;
    const places = placesOf(problem);
    const solver = new RosterSolver(problem, { clock, seconds, bonus });
    let turnBegan = performance.now();
    let toldAt = performance.now();
    for (const _step of solver.work()) {
      if (clock() > seconds || gapOf(solver) < goodEnough) break;
      if (performance.now() - turnBegan < turn) continue;
      await giveWay();
      turnBegan = performance.now();
      if (turnBegan - toldAt < telling) continue;
      toldAt = turnBegan;
      const progress = {
        places,
        filled: solver.assignments().length,
        gapPercent: percentOf(gapOf(solver)),
        percent: Math.min(99, Math.round((100 * clock()) / seconds)),
      };
      if (!(await note(run, { progress }))) return undefined;
    }
    return { assignments: solver.assignments(), gapPercent: percentOf(gapOf(solver)) };
  }

  /** Those among the proposals who were asked for this very shift before and did not want it, or gave it back. */
  async function declinedBefore(proposals: readonly Readonly<{ volunteerId: string; need: RosterNeed }>[]) {
    const declined: { volunteerId: string; shiftId: string }[] = [];
    for (let from = 0; from < proposals.length; from += 100) {
      const some = proposals.slice(from, from + 100);
      const keys = some.map(({ volunteerId, need }) => ({ volunteerId, shiftId: need.id, startsAt: need.startsAt }));
      for (const signUp of await table.getAll(SignUpItem, keys))
        if (signUp && signUp.state !== 'left' && signUp.state !== 'notPlaced') declined.push(signUp);
    }
    return declined;
  }

  return {
    /** Works out what was asked for, unless it was stopped or asked for anew. A call that comes twice changes nothing. */
    async work(run: Run): Promise<void> {
      const roster = await table.get(RosterItem, run);
      if (roster?.state !== 'working' || roster.run !== run.run) return;
      const partition = rosterPartition(run);
      const { earlier } = await table.collect(partition, { beginsWith: 'SHIFT#' }, { earlier: RosterShiftItem });
      const needs = await week.shiftsOf(run.place, run.week, now());
      const open = needs.filter(({ openPlaces }) => openPlaces > 0);
      const wishes = wishesIn(earlier);
      const candidates = await week.candidatesFor(needs, run.week, wishes.removed);
      const seconds = roster.seconds;
      const limits = { weeklyCapMinutes: schedulingSettings.weeklyCapMinutes, fairWeeks: schedulingSettings.fairWeeks };

      const notAsked = new Map([...wishes.removed].map(([person, shifts]) => [person, new Set(shifts)]));
      for (let round = 1; ; round++) {
        const asked = candidates.map((each) => ({ ...each, notAsked: notAsked.get(each.id) ?? each.notAsked }));
        const problem = rosterProblem(mondayOfWeek(run.week), open, asked, limits);
        const solved = await solve(run, problem, seconds, (person, role) => {
          const pair = `${open[role]?.id} ${asked[person]?.id}`;
          return wishes.locked.has(pair) ? stays.locked : wishes.proposed.has(pair) ? stays.proposed : 0;
        });
        if (!solved) return;
        const proposals = solved.assignments.flatMap(([person, role]) => {
          const [volunteer, need] = [asked[person], open[role]];
          return volunteer && need ? [{ volunteerId: volunteer.id, need }] : [];
        });
        const declined = round < mostRounds ? await declinedBefore(proposals) : [];
        if (declined.length === 0) {
          await keep(run, { open, asked, problem, earlier, wishes, ...solved });
          return;
        }
        for (const { volunteerId, shiftId } of declined)
          notAsked.set(volunteerId, new Set([...(notAsked.get(volunteerId) ?? []), shiftId]));
      }
    },
  };

  async function keep(
    run: Run,
    made: Readonly<{
      open: readonly RosterNeed[];
      asked: readonly Candidate[];
      problem: RosterProblem;
      earlier: readonly RosterShiftItem[];
      wishes: ReturnType<typeof wishesIn>;
      assignments: readonly Assignment[];
      gapPercent: number;
    }>,
  ): Promise<void> {
    const { open, asked, problem, earlier, wishes, assignments, gapPercent } = made;
    const usual = usualLoad(problem.volunteers);
    const byShift = Map.groupBy(assignments, ([, role]) => role);
    const versions = new Map(earlier.map(({ shiftId, version }) => [shiftId, version]));
    const items = open.map(({ shift, openPlaces }, index): RosterShiftItem => {
      const proposals = (byShift.get(index) ?? []).flatMap((assignment) => {
        const volunteer = asked[assignment[0]];
        if (!volunteer) return [];
        const pair = `${shift.id} ${volunteer.id}`;
        const isLocked = wishes.locked.has(pair);
        return {
          volunteerId: volunteer.id,
          isLocked,
          isNew: earlier.length > 0 && !wishes.proposed.has(pair),
          reasons: [...(isLocked ? (['locked'] as const) : []), ...reasonsFor(problem, assignment, usual)],
          weeklyMinutes: Math.round(volunteer.minutesBefore / schedulingSettings.fairWeeks),
        };
      });
      return {
        ...run,
        shiftId: shift.id,
        title: shift.title,
        placeName: shift.place.name,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        ...(shift.neededSkill && { neededSkill: shift.neededSkill }),
        places: openPlaces,
        proposals,
        obstacles: proposals.length < openPlaces ? obstaclesTo(problem, assignments, index) : [],
        removed: earlier.find(({ shiftId }) => shiftId === shift.id)?.removed ?? [],
        version: (versions.get(shift.id) ?? 0) + 1,
      };
    });
    for (let from = 0; from < items.length; from += itemsTogether) {
      const some = items.slice(from, from + itemsTogether);
      const writes = some.map((item) => [`shift ${item.shiftId}`, table.put(RosterShiftItem, item)]);
      const outcome = await transact(table.client, {
        ...Object.fromEntries(writes),
        roster: table.check(RosterItem, run, isWanted(run)),
      });
      if (!outcome.committed) return;
    }
    const kept = new Set(items.map(({ shiftId }) => shiftId));
    const gone = earlier.filter(({ shiftId }) => !kept.has(shiftId));
    for (let from = 0; from < gone.length; from += itemsTogether)
      await transact(
        table.client,
        Object.fromEntries(
          gone.slice(from, from + itemsTogether).map((item) => [item.shiftId, table.remove(RosterShiftItem, item)]),
        ),
      );
    await note(run, { state: 'ready', summary: summaryOf(problem, items, assignments, gapPercent) });
  }
}

/** What a leader decided in the roster before, and what that roster proposed. */
function wishesIn(earlier: readonly RosterShiftItem[]) {
  const pairs = earlier.flatMap(({ shiftId, proposals }) =>
    proposals.map((proposal) => ({ pair: `${shiftId} ${proposal.volunteerId}`, isLocked: proposal.isLocked })),
  );
  const removed = new Map<string, Set<string>>();
  for (const { shiftId, removed: people } of earlier)
    for (const person of people) removed.set(person, new Set([...(removed.get(person) ?? []), shiftId]));
  return {
    proposed: new Set(pairs.map(({ pair }) => pair)),
    locked: new Set(pairs.filter(({ isLocked }) => isLocked).map(({ pair }) => pair)),
    removed,
  };
}

function summaryOf(
  problem: RosterProblem,
  items: readonly RosterShiftItem[],
  assignments: readonly Assignment[],
  gapPercent: number,
): RosterSummary {
  const { fairWeeks } = schedulingSettings;
  const before = problem.volunteers.map(({ pastHours }) => pastHours * fairWeeks);
  const after = [...before];
  for (const [person, role] of assignments) {
    const { startsAt = 0, endsAt = 0 } = problem.shifts[role] ?? {};
    after[person] = (after[person] ?? 0) + (endsAt - startsAt) / 60;
  }
  return {
    shifts: items.length,
    places: placesOf(problem),
    filled: assignments.length,
    people: new Set(assignments.map(([person]) => person)).size,
    candidates: problem.volunteers.length,
    changed: items.reduce((sum, { proposals }) => sum + proposals.filter(({ isNew }) => isNew).length, 0),
    inequality: rounded(gini(after)),
    inequalityBefore: rounded(gini(before)),
    gapPercent,
  };
}

function placesOf({ shifts }: RosterProblem): number {
  return shifts.reduce((sum, { roles }) => sum + roles.reduce((places, { most }) => places + most, 0), 0);
}

function gapOf({ upper, value }: RosterSolver): number {
  return upper > 0 ? Math.max(0, upper - value) / upper : 0;
}

const percentOf = (share: number) => (Number.isFinite(share) ? Math.ceil(share * 100_000) / 1000 : 100);
const rounded = (number: number) => Math.round(number * 1000) / 1000;
