import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { mondayOfWeek, weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { formInAddress } from '#lib/series/rule-form.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const copyIn = (form: SubmittedForm) => ({
  team: form.text('team'),
  from: form.text('from'),
  to: form.text('to'),
  skipHolidays: form.ticked('skipHolidays'),
});

/** Weeks to choose from, each with its Monday. */
function weeks(first: number, last: number) {
  const now = toInstant(Date.now());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const week = weekOf(dayOf(shiftBy(now, (first + index) * 7 * day)));
    return { week, monday: mondayOfWeek(week) };
  });
}

export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const form = formInAddress(event.url);
  const page = { teams, team, from: weeks(-8, 4), to: weeks(0, 12), fields: form.values };
  if (!form.optional('from')) return page;
  const json = { ...copyIn(form), team: team.scope };
  const outcome = await outcomeOf(api(event, newIdempotencyKey()).api['week-copies'].preview.$post({ json }));
  return outcome.ok ? { ...page, plan: outcome.body } : { ...page, problem: outcome.problem };
};

export const actions: Actions = {
  copy: async (event) => {
    const form = await readForm(event);
    const json = copyIn(form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['week-copies'].$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/leader/series/copy?team=${encodeURIComponent(json.team)}&done=${outcome.body.copies}`);
  },
};
