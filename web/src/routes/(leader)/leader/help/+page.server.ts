import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { helpDesk, helpDeskActions } from '#lib/points/help-desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What neighbours ask for where one of the leader's teams belongs. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  return { teams, team, desk: team && (await helpDesk(event, team.scope, team.scope)) };
};

export const actions: Actions = helpDeskActions;
