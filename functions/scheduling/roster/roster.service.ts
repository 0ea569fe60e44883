import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, dayOf, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { rosterAsked, rosterPublished } from '@kaifong/shared/scheduling/events.ts';
import type {
  NewRosterChoice,
  RosterQuery,
  RosterShiftsQuery,
  RosterShiftWithNames,
  RosterView,
} from '@kaifong/shared/scheduling/roster/roster.ts';
import { rosterErrors } from '@kaifong/shared/scheduling/roster/roster-errors.ts';
import { mondayOfWeek, weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem } from '../scheduling.table.ts';
import { RosterItem, RosterShiftItem, rosterPartition } from './roster.table.ts';
import { writeChange } from './roster-change.ts';

/** Seconds that a roster may be worked out: a team's week takes one, a street's gets near its bound in five. */
const seconds = { team: 3, street: 8, district: 45 };

/** The roster of a week, for those who make the shifts: asked for, changed, sent. */
export function rosterService({ table, people, organisation }: SchedulingDeps) {
  async function mustReach({ actor }: Request, { place, week }: RosterQuery): Promise<RosterItem | undefined> {
    actor.mustReach('shift.manage', { scope: place });
    return table.get(RosterItem, { place, week });
  }

  /** The time that the query is about: a day, or the whole week. */
  function timeOf({ week, day: only }: RosterShiftsQuery): { from: string; to: string } {
    const from = instantAt(only ?? mondayOfWeek(week), '00:00');
    return { from, to: shiftBy(from, (only ? 1 : 7) * day) };
  }

  function shiftPage(query: RosterShiftsQuery): Promise<Page<RosterShiftItem>> {
    const { from, to } = timeOf(query);
    const { limit, cursor } = query;
    const range = { from: `SHIFT#${from}`, to: `SHIFT#${to}` };
    return table.query(RosterShiftItem, rosterPartition(query), { range, limit, cursor });
  }

  /** Those that still lack people, looked for through as many reads as it takes. */
  function lackingPage(query: RosterShiftsQuery): Promise<Page<RosterShiftItem>> {
    const { from, to } = timeOf(query);
    return mergedPage(
      {
        lists: [
          ({ range, ...stretch }) =>
            table.query(RosterShiftItem, rosterPartition(query), {
              ...stretch,
              range: { from: `SHIFT#${range.from ?? from}`, to: `SHIFT#${range.to}` },
            }),
        ],
        placeOf: ({ startsAt, shiftId }) => `${startsAt}#${shiftId}`,
        to,
        keep: ({ places, proposals }) => proposals.length < places,
      },
      query,
    );
  }

  return {
    /** How a roster stands; `none` for one that nobody asked for. */
    async read(request: Request, query: RosterQuery): Promise<RosterView> {
      return (await mustReach(request, query)) ?? { ...query, state: 'none' };
    },

    /** What a roster proposes, shift by shift, each where it meets by now. */
    async shifts(request: Request, query: RosterShiftsQuery): Promise<Page<RosterShiftWithNames>> {
      await mustReach(request, query);
      const page = await (query.lacking ? lackingPage(query) : shiftPage(query));
      const ids = [...new Set(page.items.flatMap(({ proposals }) => proposals.map(({ volunteerId }) => volunteerId)))];
      const names = new Map<string, string>();
      for (let from = 0; from < ids.length; from += 100)
        for (const { id, name } of await people.findVolunteers(ids.slice(from, from + 100))) names.set(id, name);
      const shifts = await table.getAll(
        ShiftItem,
        page.items.map(({ shiftId: id }) => ({ id })),
      );
      const items = page.items.map((item, index) => ({
        ...item,
        placeName: shifts[index]?.place.name ?? item.placeName,
        proposals: item.proposals.map((proposal) => ({ ...proposal, name: names.get(proposal.volunteerId) ?? '' })),
      }));
      return { ...page, items };
    },

    /**
     * Has a roster worked out. What is locked in the one before stays, and the rest changes as little as it can.
     *
     * @throws AppError platform.notAllowed, place.unknown, roster.weekOver, roster.underWay
     */
    async start(command: Command, query: RosterQuery): Promise<RosterView> {
      const found = await mustReach(command, query);
      const kind = kindOf(query.place);
      await (kind === 'team' ? organisation.mustFindTeam(query.place) : organisation.mustFindPlace(query.place));
      if (query.week < weekOf(dayOf(command.now))) throw new AppError(rosterErrors.weekOver);
      if (found?.state === 'working') throw new AppError(rosterErrors.underWay);
      const run = (found?.run ?? 0) + 1;
      const item: RosterItem = {
        ...query,
        state: 'working',
        run,
        askedAt: command.now,
        seconds: kind === 'district' ? seconds.district : kind === 'team' ? seconds.team : seconds.street,
      };
      const outcome = await commit(
        command,
        table,
        {
          roster: table.put(
            RosterItem,
            item,
            found ? { is: { run: found.run, state: found.state } } : { absent: true },
          ),
        },
        { answer: item, events: [rosterAsked.make(command.now, { ...query, run })] },
      );
      mustCommit(outcome, { roster: () => new AppError(rosterErrors.underWay) });
      return item;
    },

    /** Stops one that is being worked out. What was proposed before stays. @throws AppError roster.notUnderWay */
    async stop(command: Command, query: RosterQuery): Promise<RosterView> {
      const found = await mustReach(command, query);
      if (found?.state !== 'working') throw new AppError(rosterErrors.notUnderWay);
      const answer: RosterItem = { ...found, state: 'stopped' };
      const outcome = await commit(
        command,
        table,
        { roster: table.put(RosterItem, answer, { is: { run: found.run, state: 'working' } }) },
        { answer },
      );
      mustCommit(outcome, { roster: () => new AppError(rosterErrors.notUnderWay) });
      return answer;
    },

    /** What the leader wants of one proposal. @throws AppError platform.notFound, roster.underWay, roster.moved */
    async choose(command: Command, { shiftId, volunteerId, choice, ...query }: NewRosterChoice): Promise<RosterView> {
      const found = await mustReach(command, query);
      if (!found) throw new AppError(platformErrors.notFound);
      if (found.state === 'working') throw new AppError(rosterErrors.underWay);
      const shift = await table.get(ShiftItem, { id: shiftId });
      const item = shift && (await table.get(RosterShiftItem, { ...query, shiftId, startsAt: shift.startsAt }));
      if (!item?.proposals.some((proposal) => proposal.volunteerId === volunteerId))
        throw new AppError(rosterErrors.moved);
      const isHer = (proposal: { volunteerId: string }) => proposal.volunteerId === volunteerId;
      const changed: RosterShiftItem = {
        ...item,
        proposals:
          choice === 'remove'
            ? item.proposals.filter((proposal) => !isHer(proposal))
            : item.proposals.map((each) => (isHer(each) ? { ...each, isLocked: choice === 'lock' } : each)),
        removed: choice === 'remove' ? [...item.removed, volunteerId] : item.removed,
        version: item.version + 1,
      };
      return writeChange(command, table, { roster: found, item, changed });
    },

    /**
     * Asks everybody whom the roster proposes: each has a place held, and takes it or lets it go.
     *
     * @throws AppError roster.notReady
     */
    async publish(command: Command, query: RosterQuery): Promise<RosterView> {
      const found = await mustReach(command, query);
      if (found?.state !== 'ready') throw new AppError(rosterErrors.notReady);
      const answer: RosterItem = { ...found, state: 'sent' };
      const outcome = await commit(
        command,
        table,
        { roster: table.put(RosterItem, answer, { is: { run: found.run, state: 'ready' } }) },
        { answer, events: [rosterPublished.make(command.now, { ...query, run: found.run })] },
      );
      mustCommit(outcome, { roster: () => new AppError(rosterErrors.notReady) });
      return answer;
    },
  };
}
