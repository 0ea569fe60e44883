import { Scope, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { calendarView } from '#lib/calendar/calendar.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** The calendar of a team that the person belongs to. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const wished = Scope.safeParse(event.url.searchParams.get('team'));
  const [team] = wished.success ? await teamsWith(event, [wished.data]) : [];
  if (!team) error(404, { message: m.errors_notFound(), code: 'site.notFound' });
  const param = { team: scopeParam(team.scope) };
  const address = await read(api(event).api['calendar-addresses'].teams[':team'].$get({ param }));
  return { name: placeName(team, locale), calendar: calendarView(address, event.url, locale) };
};
