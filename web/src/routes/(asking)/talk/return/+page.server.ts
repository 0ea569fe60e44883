import type { AskingStanding } from '@kaifong/shared/care/asking.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { type Outcome, outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { askingApi } from '../../asking-client.server.ts';
import type { Actions } from './$types';

type Key = Readonly<{ code: string; word: string }>;
type Ask = (api: ReturnType<typeof askingApi>, key: Key, form: SubmittedForm) => Promise<Outcome<AskingStanding>>;

/** Code and word go with each form and stay nowhere: no cookie tells that somebody was here. */
const withKey = (ask: Ask) => async (event: RequestEvent) => {
  const form = await readForm(event);
  const key = { code: form.text('code'), word: form.text('word') };
  const outcome = await ask(askingApi(event, form.idempotencyKey), key, form);
  return outcome.ok ? { standing: outcome.body, key } : problemToFail(outcome.problem, form);
};

export const actions: Actions = {
  open: withKey((api, json) => outcomeOf(api.standing.$post({ json }))),
  danger: withKey((api, key, form) => {
    const contact = form.optional('contact');
    return outcomeOf(api.danger.$post({ json: { ...key, ...(contact && { contact }) } }));
  }),
  stop: withKey((api, json) => outcomeOf(api.withdrawal.$post({ json }))),
};
