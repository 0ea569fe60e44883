import { error, type RequestEvent } from '@sveltejs/kit';
import { teamCalendar, teamCalendarActions } from '#lib/calendar/team-calendar.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

async function chosenTeam(event: RequestEvent) {
  const team = teamWithin(await ownTeams(event), event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return team;
}

/** The calendar of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const team = await chosenTeam(event);
  const calendar = await teamCalendar(event, team.scope);
  return { team: team.scope, name: placeName(team, event.locals.locale), calendar };
};

export const actions = teamCalendarActions(async (event) => (await chosenTeam(event)).scope);
