import { error } from '@sveltejs/kit';
import { isLocale, locales } from '#paraglide/runtime.js';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;
export const csr = false;
export const entries: EntryGenerator = () => locales.map((language) => ({ language }));

/** Made at build time, one for each language: the worker on the phone shows it where there is no network. */
export const load: PageLoad = ({ params }) => {
  if (!isLocale(params.language)) error(404);
  return { prerendered: true, language: params.language };
};
