import type { Place } from '@kaifong/shared/organisation/schema.ts';
import type { Locale } from '#paraglide/runtime.js';

/** A place under the name by which the person who asks knows it. */
export type NamedPlace = Readonly<{ scope: string; kind: Place['kind']; name: string }>;

/** The name in the language of the page, written by hand where the place has one, else as the place writes itself. */
export function placeName(place: Pick<Place, 'name' | 'nameHant' | 'nameEn'>, locale: Locale): string {
  const own: Readonly<Record<Locale, string | undefined>> = {
    'zh-Hans': place.name,
    'zh-Hant': place.nameHant,
    en: place.nameEn,
  };
  return own[locale] ?? place.name;
}
