import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import { ruleInWords } from '@kaifong/shared/scheduling/series/series-words.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { placeFrom } from '#lib/series/place-form.server.ts';
import { formInAddress, ruleFrom, templateFrom } from '#lib/series/rule-form.ts';
import { activityChoices, seriesChoices } from '#lib/series/series.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const seriesIn = async (event: Caller, form: SubmittedForm, team: Scope) => ({
  activityId: form.text('activityId'),
  rule: ruleFrom(form),
  shift: { ...templateFrom(form), ...(await placeFrom(event, form, team)) },
});

/** The form; with `step` in the address also what it would make, or what is wrong with it. Nothing is made by looking. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [choices, activities] = await Promise.all([
    seriesChoices(event, team.scope),
    activityChoices(event, team.scope),
  ]);
  const form = formInAddress(event.url);
  const { step: _, team: __, ...fields } = form.values;
  const page = { teams, team, choices, activities, fields };
  if (!event.url.searchParams.has('step')) return page;
  const json = await seriesIn(event, form, team.scope);
  const outcome = await outcomeOf(api(event, newIdempotencyKey()).api.series.preview.$post({ json }));
  if (!outcome.ok) return { ...page, problem: outcome.problem };
  return { ...page, preview: { ...outcome.body, words: ruleInWords(json.rule, event.locals.locale) } };
};

export const actions: Actions = {
  create: async (event) => {
    const form = await readForm(event);
    const json = await seriesIn(event, form, form.text('team'));
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.series.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/leader/series/${outcome.body.id}?done=made`);
  },
};
