import type { CalendarAddress } from '@kaifong/shared/scheduling/calendar.ts';
import { baseLocale, type Locale } from '#paraglide/runtime.js';

/** A calendar as its page shows it; `address` is absent when it has none. */
export type CalendarView = Readonly<{
  address: string | undefined;
  /** The same for programs that go by the scheme. */
  webcal: string | undefined;
}>;

/** The whole address, in the language in which the page is read. */
export function calendarView({ path }: CalendarAddress, url: URL, locale: Locale): CalendarView {
  const language = locale === baseLocale ? '' : `?language=${locale}`;
  const address = path && `${url.origin}${path}${language}`;
  return { address, webcal: address?.replace(/^https?:/, 'webcal:') };
}
