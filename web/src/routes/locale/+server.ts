import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/forms/submitted-form.ts';
import { localeCookie } from '#lib/locale/choice.ts';
import { pathBack } from '#lib/session/local-path.ts';
import { remember } from '#lib/session/remember.server.ts';
import { isLocale } from '#paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** Remembers the chosen language and goes back to where the person was. */
export const POST: RequestHandler = async (event) => {
  const form = await readForm(event);
  const locale = form.text('locale');
  if (isLocale(locale)) remember(event, localeCookie, locale);
  redirect(303, pathBack(form.text('to')));
};
