import { setImmediate as giveWay } from 'node:timers/promises';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { mondayOfWeek } from '@kaifong/shared/scheduling/weeks.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SignUpItem } from '../scheduling.table.ts';
import { rosterKeeping } from './keep-roster.ts';
import { summaryOf } from './made-summary.ts';
import { openWeek, type RosterNeed } from './open-week.ts';
import { type RosterProblem, rolesInOrder } from './problem.ts';
import { RosterItem, RosterShiftItem, rosterPartition } from './roster.table.ts';
import { keyOf, type Pair, type Wishes, wishesIn, withLocks } from './run-model.ts';
import { RosterSolver } from './solve.ts';
import { openPlacesIn, rosterProblem, wishedTimes } from './week-model.ts';

/** Milliseconds of work before others have a turn, and between two words about how far it is. */
const turn = 20;
const telling = 700;
/** A roster so near to its bound, as a share, is good enough. */
const goodEnough = 5e-5;
/** What it is worth that a proposal stays, a little more than the usual differences; and that a time is one that she likes. */
const stays = 30;
const wishedTimePoints = 10;
/** Rounds in which people turn out to have declined before. */
const mostRounds = 4;

type Run = Readonly<{ place: string; week: string; run: number }>;

/** Works rosters out, far from any request. */
export function rosterRuns(deps: SchedulingDeps) {
  const { table, now } = deps;
  const week = openWeek(deps);
  const keeping = rosterKeeping(deps);

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
    { seconds, held }: Readonly<{ seconds: number; held: number }>,
    bonus: (person: number, role: number) => number,
  ) {
    const began = performance.now();
    const clock = () => (performance.now() - began) / 1000;
    const places = placesOf(problem) + held;
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
        filled: solver.assignments().length + held,
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

  /** What is locked, without those who have said no to it since. */
  async function stillAskable(locked: Wishes['locked'], open: readonly RosterNeed[]): Promise<Wishes['locked']> {
    const needs = new Map(open.map((need) => [need.id, need]));
    const pairs = locked.flatMap(({ volunteerId, shiftId }) => {
      const need = needs.get(shiftId);
      return need ? [{ volunteerId, need }] : [];
    });
    const declined = await declinedBefore(pairs);
    return locked.filter(
      (lock) => !declined.some((no) => no.volunteerId === lock.volunteerId && no.shiftId === lock.shiftId),
    );
  }

  return {
    /** Works out what was asked for, unless it was stopped or asked for anew. A call that comes twice changes nothing. */
    async work(run: Run): Promise<void> {
      const roster = await table.get(RosterItem, run);
      if (roster?.state !== 'working' || roster.run !== run.run) return;
      const partition = rosterPartition(run);
      const { earlier } = await table.collect(partition, { beginsWith: 'SHIFT#' }, { earlier: RosterShiftItem });
      const all = await week.shiftsOf(run.place, run.week, now());
      const wishes = wishesIn(earlier);
      const found = await week.candidatesFor(all, run.week, wishes.removed);
      const open = all.filter((need) => openPlacesIn(need) > 0);
      const { needs, candidates, held } = withLocks(open, found, await stillAskable(wishes.locked, open), now());
      const seconds = roster.seconds;
      const limits = { weeklyCapMinutes: schedulingSettings.weeklyCapMinutes, fairWeeks: schedulingSettings.fairWeeks };
      const isWishedTime = wishedTimes(needs, candidates);
      const roles = rolesInOrder(needs);
      const pairIn = (volunteerId: string, role: number): Pair => ({
        shiftId: roles[role]?.shift.id ?? '',
        volunteerId,
        role: roles[role]?.role.number,
      });

      const notAsked = new Map([...wishes.removed].map(([person, shifts]) => [person, new Set(shifts)]));
      for (let round = 1; ; round++) {
        const asked = candidates.map((each) => ({ ...each, notAsked: notAsked.get(each.id) ?? each.notAsked }));
        const problem = rosterProblem(mondayOfWeek(run.week), needs, asked, limits);
        const solved = await solve(
          run,
          problem,
          { seconds, held: held.length },
          (person, role) =>
            (isWishedTime(person, roles[role]?.shiftIndex ?? -1) ? wishedTimePoints : 0) +
            (wishes.proposed.has(keyOf(pairIn(asked[person]?.id ?? '', role))) ? stays : 0),
        );
        if (!solved) return;
        const proposals = solved.assignments.flatMap(([person, role]) => {
          const [volunteer, need] = [asked[person], roles[role]?.shift];
          return volunteer && need ? [{ volunteerId: volunteer.id, need }] : [];
        });
        const declined = round < mostRounds ? await declinedBefore(proposals) : [];
        if (declined.length === 0) {
          const made = { open, asked, problem, earlier, wishes, held, isWishedTime, ...solved };
          if (await keeping.keep(run, made, isWanted(run)))
            await note(run, { state: 'ready', summary: summaryOf(made) });
          return;
        }
        for (const { volunteerId, shiftId } of declined)
          notAsked.set(volunteerId, new Set([...(notAsked.get(volunteerId) ?? []), shiftId]));
      }
    },
  };
}

function placesOf({ shifts }: RosterProblem): number {
  return shifts.reduce((sum, { roles }) => sum + roles.reduce((places, { most }) => places + most, 0), 0);
}

function gapOf({ upper, value }: RosterSolver): number {
  return upper > 0 ? Math.max(0, upper - value) / upper : 0;
}

const percentOf = (share: number) => (Number.isFinite(share) ? Math.ceil(share * 100_000) / 1000 : 100);
