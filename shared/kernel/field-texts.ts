import { careTexts } from './field-texts/care.ts';
import { generalTexts } from './field-texts/general.ts';
import { importTexts } from './field-texts/import.ts';
import { personTexts } from './field-texts/people.ts';
import { placeTexts } from './field-texts/places.ts';
import { shiftTexts } from './field-texts/scheduling.ts';
import type { Text } from './language.ts';

/** What a person reads beside a field. A schema names an entry as its `error`; what names none falls to a general one. */
export const fieldTexts: Readonly<Record<string, Text>> = {
  ...generalTexts,
  ...personTexts,
  ...importTexts,
  ...placeTexts,
  ...shiftTexts,
  ...careTexts,
};
