import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { ruleInWords } from '@kaifong/shared/scheduling/series/series-words.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import type { PageServerLoad } from './$types';

/** The series of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) return { teams, team, series: [] };
  const query = { ...pageQuery(event.url), team: team.scope, limit: '20' };
  const { items, cursor } = await read(api(event).api.series.$get({ query }));
  const today = dayOf(toInstant(Date.now()));
  return {
    teams,
    team,
    cursor,
    series: items.map(({ id, title, placeName, phases }) => {
      const { rule } = phases.findLast(({ from }) => from <= today) ?? (phases[0] as (typeof phases)[number]);
      const until = phases.at(-1)?.rule.until;
      const hasEnded = until !== undefined && until < today;
      return { id, title, placeName, words: ruleInWords(rule, event.locals.locale), hasEnded };
    }),
  };
};
