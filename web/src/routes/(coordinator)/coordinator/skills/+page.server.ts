import { district } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { forgetSkills } from '#lib/people/skills.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { skillIn } from './skill-form.ts';

/** The catalogue of skills, which the coordinators of the district change and every other coordinator reads. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const mayManage = branchesOf(me, 'coordinator').includes(district.scope);
  const { skills } = api(event).api;
  const { items } = await read(mayManage ? skills['as-they-are'].$get() : skills.$get());
  const shown = items.map((kind) => ({ ...kind, label: kind.name[locale] }));
  return { mayManage, open: shown.filter(({ retired }) => !retired), retired: shown.filter(({ retired }) => retired) };
};

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.skills.$post({ json: skillIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    forgetSkills();
    return { news: m.skills_added({ name: outcome.body.name[event.locals.locale] }) };
  },

  change: async (event) => {
    const form = await readForm(event);
    const json = { ...skillIn(form), retired: form.ticked('retired'), version: form.integer('version') ?? 0 };
    const route = api(event, form.idempotencyKey).api.skills[':code'];
    const outcome = await outcomeOf(route.$put({ param: { code: form.text('code') }, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    forgetSkills();
    return { news: m.skills_changed({ name: outcome.body.name[event.locals.locale] }) };
  },
};
