import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { teamCalendar, teamCalendarActions } from '#lib/calendar/team-calendar.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

function wishedTeam({ url }: Pick<RequestEvent, 'url'>): Scope {
  const wished = Scope.safeParse(url.searchParams.get('team'));
  return wished.success ? wished.data : error(404, { message: m.errors_notFound(), code: 'site.notFound' });
}

/** The calendar of a team that the person belongs to. */
export const load: PageServerLoad = async (event) => {
  const [team] = await teamsWith(event, [wishedTeam(event)]);
  if (!team) error(404, { message: m.errors_notFound(), code: 'site.notFound' });
  return { name: placeName(team, event.locals.locale), calendar: await teamCalendar(event, team.scope) };
};

export const actions = teamCalendarActions(async (event) => wishedTeam(event));
