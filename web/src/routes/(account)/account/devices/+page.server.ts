import { browserNames, systemNames } from '@kaifong/shared/identity/device.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { GOVERNMENT_SIGN_IN } from '$app/env/private';
import type { Actions, PageServerLoad } from './$types';

/** The devices on which the person is signed in, this one first. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { items, cursor } = await read(
    api(event).api.sessions.$get({ query: { limit: '50', ...pageQuery(event.url) } }),
  );
  const isVolunteer = event.locals.me?.roles.some(({ role }) => role === 'volunteer') ?? false;
  const keys = isVolunteer ? (await read(api(event).api['attendance-keys'].$get())).items : [];
  const link = GOVERNMENT_SIGN_IN ? await read(api(event).api.provider.link.$get()) : undefined;
  return {
    cursor,
    link,
    keys: keys.map(({ browser, system, ...key }) => ({
      ...key,
      name: `${systemNames[system][locale]} · ${browserNames[browser][locale]}`,
    })),
    devices: items
      .toSorted((one, other) => Number(other.isThis) - Number(one.isThis) || (one.seenAt < other.seenAt ? 1 : -1))
      .map(({ browser, system, ...times }) => ({
        ...times,
        name: `${systemNames[system][locale]} · ${browserNames[browser][locale]}`,
      })),
  };
};

export const actions: Actions = {
  end: async (event) => {
    const form = await readForm(event);
    const param = { sessionId: form.text('sessionId') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.sessions[':sessionId'].$delete({ param }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.account_deviceEnded({ name: form.text('name') }) };
  },

  revoke: async (event) => {
    const form = await readForm(event);
    const param = { keyId: form.text('keyId') };
    const route = api(event, form.idempotencyKey).api['attendance-keys'][':keyId'].revocation;
    const outcome = await outcomeOf(route.$post({ param }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.account_keyRevoked({ name: form.text('name') }) };
  },

  unlink: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.provider.link.$delete());
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.account_governmentUnlinked() };
  },
};
