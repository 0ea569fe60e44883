import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { leaderActions } from '#lib/teams/team-actions.server.ts';
import { teamView } from '#lib/teams/team-view.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The people of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const chosen = teamWithin(teams, event.url.searchParams.get('team'));
  return { teams, team: chosen && (await teamView(event, chosen.scope)) };
};

export const actions: Actions = leaderActions;
