import { parentOf } from '@kaifong/shared/organisation/scope.ts';
import { error } from '@sveltejs/kit';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { paperChoices, registerOnPaper } from '#lib/people/paper.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** A leader takes down registrations for the community of one of her teams. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  const community = team && parentOf(team.scope);
  if (!team || !community) error(404, { message: m.leader_noTeam() });
  return { team, community, choices: await paperChoices(event) };
};

export const actions: Actions = { default: registerOnPaper };
