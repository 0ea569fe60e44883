/*
 * What a browser needs of Paraglide's runtime, in its place (see `browser-runtime-plugin.ts`): the languages there are, and that of the
 * page. Choosing one by address, cookie or header is the server's work, and its code was a fiftieth of what every page loads.
 */

export const baseLocale = 'zh-Hans';
export const locales = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const experimentalStaticLocale = undefined;

type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The server has chosen and written it into the page; the browser follows, so that both render the same words. */
export function getLocale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : baseLocale;
}
