import { baseLocale, isLocale, overwriteGetLocale } from '#paraglide/runtime.js';

// The server has chosen and written it into the page; the browser follows, so that both render the same words.
overwriteGetLocale(() => {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : baseLocale;
});
