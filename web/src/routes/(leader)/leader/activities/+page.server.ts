import { activityKinds } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) return { teams, team, activities: [] };
  const query = { ...pageQuery(event.url), team: team.scope, limit: '20' };
  const { items, cursor } = await read(api(event).api.activities.$get({ query }));
  return {
    teams,
    team,
    cursor,
    activities: items.map(({ id, title, kind, place }) => ({
      id,
      title,
      kind: activityKinds[kind][event.locals.locale],
      placeName: place.name,
    })),
  };
};
