import { recordTraining, trainingView } from '#lib/certificates/training.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The trainings of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  return { teams, team, desk: team && (await trainingView(event, team.scope)) };
};

export const actions: Actions = { default: recordTraining };
