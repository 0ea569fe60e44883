import { district } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { kindIn } from './kind-form.ts';

/** The catalogue, which the coordinators of the district change and everybody else reads. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const [{ items }, skills] = await Promise.all([read(api(event).api.qualifications.$get()), skillWords(event)]);
  return {
    mayManage: branchesOf(me, 'coordinator').includes(district.scope),
    skills: skills.open(),
    kinds: items.map(({ code, name, opens, proof, validMonths, retired }) => ({
      ...{ code, validMonths, retired, isTraining: proof === 'training' },
      name: name[locale],
      opens: skills.names(opens),
    })),
  };
};

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event);
    const json = kindIn(form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.qualifications.$post({ json }));
    return outcome.ok
      ? { news: m.certificates_kindAdded({ name: form.text('name.zh-Hans') }) }
      : problemToFail(outcome.problem, form);
  },

  retire: async (event) => {
    const form = await readForm(event);
    const client = api(event, form.idempotencyKey).api.qualifications[':code'];
    const outcome = await outcomeOf(client.retirement.$post({ param: { code: form.text('code') } }));
    return outcome.ok
      ? { news: m.certificates_kindRetired({ name: form.text('name') }) }
      : problemToFail(outcome.problem, form);
  },
};
