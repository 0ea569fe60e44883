import { scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { calendarView } from '#lib/calendar/calendar.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

async function chosenTeam(event: RequestEvent) {
  const team = teamWithin(await ownTeams(event), event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return team;
}

/** The calendar of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const team = await chosenTeam(event);
  const { scope } = team;
  const param = { team: scopeParam(scope) };
  const address = await read(api(event).api['calendar-addresses'].teams[':team'].$get({ param }));
  return { team: scope, name: placeName(team, locale), calendar: calendarView(address, event.url, locale) };
};

export const actions: Actions = {
  renew: async (event) => {
    const [form, { scope }] = [await readForm(event), await chosenTeam(event)];
    const teams = api(event, form.idempotencyKey).api['calendar-addresses'].teams;
    const outcome = await outcomeOf(teams[':team'].$post({ param: { team: scopeParam(scope) } }));
    return outcome.ok ? { news: m.calendar_made() } : problemToFail(outcome.problem, form);
  },
};
