import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { sessionCookie } from '#lib/api/session-cookie.server.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { localPath } from '#lib/session/local-path.ts';
import type { RequestHandler } from './$types';

/** Ends the session, and goes to `to` or home. This device forgets it even when the API cannot be told, for others may use the device next. */
export const POST: RequestHandler = async (event) => {
  const form = await readForm(event);
  await api(event, form.idempotencyKey).api.sessions.current.$delete();
  event.cookies.delete(sessionCookie, { path: '/' });
  redirect(303, localPath(form.text('to')) ?? '/');
};
