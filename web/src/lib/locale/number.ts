import { getLocale } from '#paraglide/runtime.js';

/** A whole number as the language of the page writes it: 83,000. */
export function inDigits(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value);
}
