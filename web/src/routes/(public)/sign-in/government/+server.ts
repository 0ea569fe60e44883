import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { localPath } from '#lib/session/local-path.ts';
import type { RequestHandler } from './$types';

/** On to the identity provider of the government: to sign in, or with `?link` to have it know the own account. */
export const GET: RequestHandler = async (event) => {
  const asked = event.url.searchParams;
  const to = localPath(asked.get('to'));
  const json = { purpose: asked.has('link') ? 'link' : 'signIn', ...(to && { to }) } as const;
  const outcome = await outcomeOf(api(event, newIdempotencyKey()).api.provider.departures.$post({ json }));
  if (!outcome.ok) error(outcome.problem.status, { message: outcome.problem.detail, code: outcome.problem.code });
  const { location } = outcome.body;
  // Only in the address at which the provider sends people back is the browser known again.
  const { origin } = new URL(new URL(location).searchParams.get('redirect_uri') ?? event.url);
  const next = origin === event.url.origin ? location : `${origin}${event.url.pathname}${event.url.search}`;
  // Both are addresses that the API knows: that of the provider, and the site's own.
  redirect(303, next, { external: [new URL(next).origin] });
};
