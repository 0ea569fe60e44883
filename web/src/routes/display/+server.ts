import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/forms/submitted-form.ts';
import { pathBack } from '#lib/session/local-path.ts';
import { remember } from '#lib/session/remember.server.ts';
import { elderCookie, themeCookie, themes } from '#lib/shell/display.ts';
import type { RequestHandler } from './$types';

/**
 * Remembers `theme` (one of `themes`; anything else is as the system says) or `elder` (`on`, anything else is off), whichever was sent, and
 * goes back to where the person was. The pages that are made at build time read these two by a script.
 */
export const POST: RequestHandler = async (event) => {
  const form = await readForm(event);
  if (form.ticked('theme')) {
    const theme = themes.find((each) => each === form.text('theme'));
    remember(event, themeCookie, theme, { readable: true });
  }
  if (form.ticked('elder')) {
    remember(event, elderCookie, form.text('elder') === 'on' ? 'on' : undefined, { readable: true });
  }
  redirect(303, pathBack(form.text('to')));
};
