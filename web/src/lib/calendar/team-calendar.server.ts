import { type Scope, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { type CalendarView, calendarView } from './calendar.server.ts';

/** A team's calendar for whoever asks. */
export async function teamCalendar(event: RequestEvent, team: Scope): Promise<CalendarView> {
  const param = { team: scopeParam(team) };
  const address = await read(api(event).api['calendar-addresses'].teams[':team'].$get({ param }));
  return calendarView(address, event.url, event.locals.locale);
}

/** What she does with her address for it; `teamOf` is which team the page is about. */
export function teamCalendarActions(teamOf: (event: RequestEvent) => Promise<Scope>): Actions {
  return {
    renew: async (event) => {
      const [form, team] = [await readForm(event), await teamOf(event)];
      const teams = api(event, form.idempotencyKey).api['calendar-addresses'].teams;
      const outcome = await outcomeOf(teams[':team'].$post({ param: { team: scopeParam(team) } }));
      return outcome.ok ? { news: m.calendar_made() } : problemToFail(outcome.problem, form);
    },
    stop: async (event) => {
      const [form, team] = [await readForm(event), await teamOf(event)];
      const teams = api(event, form.idempotencyKey).api['calendar-addresses'].teams;
      const outcome = await outcomeOf(teams[':team'].$delete({ param: { team: scopeParam(team) } }));
      return outcome.ok ? { news: m.calendar_stopped() } : problemToFail(outcome.problem, form);
    },
  };
}
