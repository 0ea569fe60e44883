import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { loadRoster, rosterActions } from '#lib/roster/roster-desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The roster of one of the leader's teams in a week. */
export const load: PageServerLoad = async (event) => {
  event.depends('roster:progress');
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  return { teams, team, desk: team && (await loadRoster(event, team.scope)) };
};

export const actions: Actions = rosterActions;
