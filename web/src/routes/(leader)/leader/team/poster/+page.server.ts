import { error } from '@sveltejs/kit';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { teamPoster } from '#lib/teams/team-poster.server.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const team = teamWithin(await ownTeams(event), event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return teamPoster(event, team.scope);
};
