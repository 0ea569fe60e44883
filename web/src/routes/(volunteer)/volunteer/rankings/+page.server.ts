import { hoursOfStep, milestonesOf } from '@kaifong/shared/points/ranking/ranking.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { PageServerLoad } from './$types';
import { ownScopes, periods } from './choices.server.ts';

/** Who served most near the volunteer, her own place, the teams of the month and her milestones. */
export const load: PageServerLoad = async (event) => {
  const [scopes, whens] = [await ownScopes(event), periods()];
  const wished = (name: string) => event.url.searchParams.get(name);
  const scope = scopes.find(({ value }) => value === wished('scope')) ?? scopes.at(-1);
  const period = whens.find(({ value }) => value === wished('period')) ?? whens[0];
  const client = api(event).api;
  const query = { scope: scope?.value ?? '', period: period?.value ?? '' };
  const [{ people, top, own }, teams, summary] = await Promise.all([
    read(client.rankings.$get({ query })),
    read(client.rankings.teams.$get({ query: { month: whens[0]?.value ?? '' } })),
    read(client.points.$get()),
  ]);
  const known = await teamsWith(
    event,
    teams.items.map(({ team }) => team),
  );
  const names = new Map(known.map((team) => [team.scope, placeName(team, event.locals.locale)]));
  const { reached, next } = milestonesOf(summary.star.minutes);
  return {
    ...{ scopes, whens, query },
    people,
    top: top.map(({ minutes, ...one }) => ({ ...one, hours: hoursOfStep(minutes) })),
    own: own && { ...own, time: spokenMinutes(own.minutes) },
    teams: teams.items.map(({ team, minutes }) => ({
      name: names.get(team) ?? '',
      time: spokenMinutes(minutes),
      team,
    })),
    milestones: { last: reached.at(-1), next: next && { hours: next.hours, time: spokenMinutes(next.missing) } },
  };
};
