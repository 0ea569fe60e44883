import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { comingWeeks } from '#lib/roster/weeks.server.ts';
import { m } from '#paraglide/messages.js';
import { boardView } from '../board-view.server.ts';
import type { PageServerLoad } from './$types';

/** The week of a team on paper. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const weeks = comingWeeks();
  const week = weeks.find((each) => each.week === event.url.searchParams.get('week')) ?? weeks[0];
  const board = await read(api(event).api.boards.$get({ query: { team: team.scope, week: week.week } }));
  return { team, week, days: boardView(board, await skillWords(event)) };
};
