import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type {
  NewRearrangement,
  PreviewQuery,
  RearrangementPreview,
  RearrangementReport,
} from '@kaifong/shared/organisation/rearranging.ts';
import type { Place, Team } from '@kaifong/shared/organisation/schema.ts';
import { communityOf, kindOf, parentOf } from '@kaifong/shared/organisation/scope.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { volunteerStates } from '@kaifong/shared/people/volunteer-state.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { MembershipItem, RosterItem } from '../teams/membership.table.ts';
import type { handoverService } from './handover.service.ts';
import { PlacementItem } from './handover.table.ts';
import { RehomingItem } from './rehoming.table.ts';

/** People that are read at a time. */
const pageSize = 400;

/** What a rearrangement would do, and how far one is. */
export function rearrangingService(
  { table, organisation }: PeopleDeps,
  handovers: Pick<ReturnType<typeof handoverService>, 'progress'>,
) {
  /** Who lives in a community, but for those whose registration is over. */
  async function livingIn(community: string): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const state of volunteerStates) {
      if (['withdrawn', 'declined', 'merged'].includes(state)) continue;
      let cursor: string | undefined;
      do {
        const page = await table.query(Volunteer, `VOLUNTEERS#${state}`, {
          index: 'byPlaceAndState',
          range: { beginsWith: `${community}#` },
          limit: pageSize,
          cursor,
        });
        for (const { id } of page.items) ids.add(id);
        cursor = page.cursor;
      } while (cursor);
    }
    return ids;
  }

  async function membersOf(teams: readonly string[]): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const team of teams) {
      for (const state of ['member', 'waiting']) {
        let cursor: string | undefined;
        do {
          const page = await table.query(MembershipItem, `${team}#${state}`, {
            index: 'byTeam',
            limit: pageSize,
            cursor,
          });
          for (const { volunteerId } of page.items) ids.add(volunteerId);
          cursor = page.cursor;
        } while (cursor);
      }
    }
    return ids;
  }

  async function ofSplit(from: string, chosen: readonly string[], grids: number, all: readonly string[]) {
    const [living, going, staying] = await Promise.all([
      livingIn(from),
      membersOf(chosen),
      membersOf(all.filter((team) => !chosen.includes(team))),
    ]);
    let [people, stays, toPlace] = [0, 0, 0];
    for (const id of living) {
      if (going.has(id) !== staying.has(id)) {
        if (going.has(id)) people += 1;
        else stays += 1;
      } else toPlace += 1;
    }
    return { people, staying: stays, toPlace, teams: chosen.length, grids, rooms: 0 };
  }

  return {
    /** Begins a rearrangement: see `rearranging` of organisation. */
    begin: (command: Command, input: NewRearrangement) => organisation.rearranging.begin(command, input),

    /**
     * Whom and what a rearrangement would take along, as things stand; nothing is written.
     *
     * @throws AppError platform.notAllowed, place.unknown
     */
    async preview({ actor, now }: Request, query: PreviewQuery): Promise<RearrangementPreview> {
      const { kind, from, teams = [], grids = [] } = query;
      actor.mustReach('tree.manage', { scope: parentOf(from) ?? from });
      if (kind === 'moveTeam' || kindOf(from) === 'team') {
        const { scope: team } = await organisation.mustFindTeam(from);
        const people = (await table.get(RosterItem, { team }))?.members ?? 0;
        return { people, staying: 0, toPlace: 0, teams: 1, grids: 0, rooms: 0 };
      }
      await organisation.mustFindPlace(from);
      const below = await organisation.rearranging.thingsBelow(from);
      const isThere = (thing: Place | Team) => !thing.successor && !isClosedOn(thing, dayOf(now));
      const there = below.teams.filter(isThere).map(({ scope }) => scope);
      if (kind === 'split') return ofSplit(from, teams, grids.length, there);
      return {
        people: (await livingIn(from)).size,
        staying: 0,
        toPlace: 0,
        teams: there.length,
        grids: below.grids.filter(isThere).length,
        rooms: below.rooms.filter(isThere).length,
      };
    },

    /** How far the latest rearrangement of a place is. @throws AppError platform.notAllowed, platform.notFound */
    async report({ actor, now }: Request, from: string): Promise<RearrangementReport> {
      actor.mustReach('tree.readTrail', { scope: from });
      const plan = await organisation.rearranging.find(from);
      if (!plan) throw new AppError(platformErrors.notFound);
      const { kind, into, on, at, reason, done: places } = plan;
      const community = communityOf(into) ?? into;
      const [going, rehoming, waiting] = await Promise.all([
        handovers.progress(from, community),
        kind === 'move' || kind === 'join' ? table.get(RehomingItem, { from }) : undefined,
        table.query(PlacementItem, `PLACEMENT#${from}`, { limit: 100 }),
      ]);
      const people = kind === 'moveTeam' ? going.members : going.moved + (rehoming?.moved ?? 0);
      const isThrough =
        going.isDone && plan.finishedAt !== undefined && (!rehoming || rehoming.finishedAt !== undefined);
      return {
        ...{ kind, from, into, on, at, reason, places, people },
        toPlace: waiting.items.length,
        state: on > dayOf(now) ? 'planned' : isThrough ? 'done' : 'underWay',
      };
    },
  };
}
