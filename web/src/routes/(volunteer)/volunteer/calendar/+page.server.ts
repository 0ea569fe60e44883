import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { calendarView } from '#lib/calendar/calendar.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** The own calendar. */
export const load: PageServerLoad = async (event) => {
  const address = await read(api(event).api['calendar-addresses'].me.$get());
  return { calendar: calendarView(address, event.url, event.locals.locale) };
};

export const actions: Actions = {
  renew: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['calendar-addresses'].me.$post());
    return outcome.ok ? { news: m.calendar_made() } : problemToFail(outcome.problem, form);
  },
  stop: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['calendar-addresses'].me.$delete());
    return outcome.ok ? { news: m.calendar_stopped() } : problemToFail(outcome.problem, form);
  },
};
