import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/forms/submitted-form.ts';
import { localeCookie } from '#lib/locale/choice.ts';
import { localPath } from '#lib/session/local-path.ts';
import { isLocale } from '#paraglide/runtime.js';
import type { RequestHandler } from './$types';

const year = 365 * 24 * 3600;

/** Remembers the chosen language for a year and goes back to where the person was. */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
  const form = await readForm({ request });
  const locale = form.text('locale');
  if (isLocale(locale)) {
    cookies.set(localeCookie, locale, {
      path: '/',
      maxAge: year,
      sameSite: 'lax',
      httpOnly: true,
      secure: url.protocol === 'https:',
    });
  }
  redirect(303, localPath(form.text('to')) ?? '/');
};
