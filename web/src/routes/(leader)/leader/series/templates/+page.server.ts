import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { placeFrom } from '#lib/series/place-form.server.ts';
import { templateFrom, timesFrom } from '#lib/series/rule-form.ts';
import { activityChoices, seriesChoices } from '#lib/series/series.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { team: team.scope, limit: '50', ...pageQuery(event.url) };
  const [choices, activities, { items, cursor }] = await Promise.all([
    seriesChoices(event, team.scope),
    activityChoices(event, team.scope),
    read(api(event).api['shift-templates'].$get({ query })),
  ]);
  return { teams, team, choices, activities, templates: items, cursor, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  keep: async (event) => {
    const form = await readForm(event);
    const team = teamWithin(await ownTeams(event), event.url.searchParams.get('team'));
    const json = {
      name: form.text('name'),
      activityId: form.text('activityId'),
      times: timesFrom(form),
      shift: { ...templateFrom(form), ...(await placeFrom(event, form, team?.scope ?? '')) },
    };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['shift-templates'].$post({ json }));
    if (outcome.ok) redirect(303, `?team=${encodeURIComponent(outcome.body.teamScope)}&done=kept`);
    // The page calls the fields by their own names.
    const fields = outcome.problem.fields?.map(({ path, message }) => ({
      path: path.replace(/^(times|shift)\./, ''),
      message,
    }));
    return problemToFail({ ...outcome.problem, ...(fields && { fields }) }, form);
  },

  use: async (event) => {
    const form = await readForm(event);
    const param = { templateId: form.text('templateId') };
    const json = { team: form.text('team'), day: form.text('day') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api['shift-templates'][':templateId'].shifts.$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/leader/shifts/${outcome.body.id}?done=saved`);
  },

  drop: async (event) => {
    const form = await readForm(event);
    const param = { templateId: form.text('templateId') };
    const json = { team: form.text('team') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api['shift-templates'][':templateId'].removal.$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `?team=${encodeURIComponent(json.team)}&done=dropped`);
  },
};
