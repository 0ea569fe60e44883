import { browserNames, deviceOf, systemNames } from '@kaifong/shared/identity/device.ts';
import { NewCredential } from '@kaifong/shared/identity/passkey-schema.ts';
import { mayAttempt } from '@kaifong/shared/identity/permissions.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const { browser, system } = deviceOf(event.request.headers.get('user-agent') ?? '');
  const own = await read(api(event).api.passkeys.$get());
  return {
    ...own,
    mayAdd: mayAttempt(me?.roles ?? [], 'passkey.add'),
    /** What a new one is called unless the person says otherwise. */
    suggestion: `${systemNames[system][locale]} · ${browserNames[browser][locale]}`,
  };
};

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event);
    const credential = NewCredential.safeParse(madeIn(form.text('credential')));
    if (!credential.success) return { news: undefined };
    const json = { name: form.text('name'), credential: credential.data };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.passkeys.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.passkeys_added({ name: json.name }) };
  },

  rename: async (event) => {
    const form = await readForm(event);
    const [param, json] = [{ passkeyId: form.text('passkeyId') }, { name: form.text('name') }];
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.passkeys[':passkeyId'].$put({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.passkeys_renamed({ name: json.name }) };
  },

  remove: async (event) => {
    const form = await readForm(event);
    const param = { passkeyId: form.text('passkeyId') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.passkeys[':passkeyId'].$delete({ param }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.passkeys_removed({ name: form.text('name') }) };
  },
};

/** What the browser made, as its script sent it; nothing where there was no script. */
function madeIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
