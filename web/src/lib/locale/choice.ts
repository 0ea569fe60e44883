import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { isLocale, type Locale } from '#paraglide/runtime.js';

/** Remembers the language that a person chose. */
export const localeCookie = 'kaifong_locale';

/** The language of a page: the chosen one, else the first that the browser asks for, else Simplified Chinese. */
export function localeFor(chosen: string | undefined, acceptLanguage: string | null): Locale {
  return isLocale(chosen) ? chosen : languageFrom(acceptLanguage);
}

/** Each language by its own name, which is how people find theirs. */
export const localeNames: Readonly<Record<Locale, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};
