import {
  placesOf,
  type Ranking,
  type RankingQuery,
  rankedFromTop,
  stepOf,
  type TeamsOfMonth,
  teamsOfMonthShown,
} from '@kaifong/shared/points/ranking/ranking.ts';
import type { Request } from '../../platform/request.ts';
import type { PointsDeps } from '../deps.ts';
import { partsOf, StandingItem, StepItem, stepsOf, TeamMonthItem, topOf } from './rankings.table.ts';

/** More steps than any ladder has. */
const allSteps = 1000;
/** More teams than the district has. */
const allTeams = 2000;

/** Who served most, as far as people consented to be named, and one's own place. */
export function rankingService({ table, people }: PointsDeps) {
  async function topIn({ scope, period }: RankingQuery): Promise<StandingItem[]> {
    const pages = await Promise.all(
      partsOf(scope).map((part) =>
        table.query(StandingItem, topOf(period, scope, part), {
          index: 'byMinutes',
          limit: rankedFromTop,
          newestFirst: true,
        }),
      ),
    );
    return pages
      .flatMap(({ items }) => items)
      .toSorted((one, other) => other.minutes - one.minutes || one.volunteerId.localeCompare(other.volunteerId))
      .slice(0, rankedFromTop);
  }

  async function peopleOnSteps({ scope, period }: RankingQuery): Promise<Map<number, number>> {
    const pages = await Promise.all(
      partsOf(scope).map((part) => table.query(StepItem, stepsOf(period, scope, part), { limit: allSteps })),
    );
    const found = new Map<number, number>();
    for (const { step, people: some } of pages.flatMap(({ items }) => items))
      found.set(step, (found.get(step) ?? 0) + some);
    return found;
  }

  return {
    /** A ranking as the person sees it who asks: nobody is named who has not consented, or has taken it back. */
    async read({ actor }: Request, query: RankingQuery): Promise<Ranking> {
      const { ownVolunteerId: ownId } = actor;
      const [top, steps, own] = await Promise.all([
        topIn(query),
        peopleOnSteps(query),
        ownId === undefined ? undefined : table.get(StandingItem, { volunteerId: ownId, ...query }),
      ]);
      const ids = new Set([...top.map(({ volunteerId }) => volunteerId), ...(ownId ? [ownId] : [])]);
      const names = await people.namedInRankings([...ids]);
      const places = placesOf(top.map(({ minutes }) => minutes));
      const ownStep = own && stepOf(own.minutes);
      const total = (over: (step: number) => boolean) =>
        [...steps].reduce((sum, [step, some]) => (over(step) ? sum + some : sum), 0);
      return {
        people: total(() => true),
        top: top.flatMap(({ volunteerId, minutes }, at) => {
          const name = names.get(volunteerId);
          return name === undefined ? [] : [{ place: places[at] ?? 1, name, minutes, isOwn: volunteerId === ownId }];
        }),
        ...(own &&
          ownStep !== undefined && {
            own: {
              place: 1 + total((step) => step > ownStep),
              minutes: own.minutes,
              isNamed: names.has(own.volunteerId),
            },
          }),
      };
    },

    /** The teams whose people served most in a month. */
    async teams(_request: Request, month: string): Promise<TeamsOfMonth> {
      const { items } = await table.query(TeamMonthItem, `TEAMS#${month}`, { limit: allTeams });
      const served = items.filter(({ minutes }) => minutes > 0);
      return {
        items: served
          .toSorted((one, other) => other.minutes - one.minutes || one.team.localeCompare(other.team))
          .slice(0, teamsOfMonthShown),
      };
    },
  };
}
