import type { Day } from '@kaifong/shared/kernel/time.ts';
import type { Place } from '@kaifong/shared/organisation/schema.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import type { Organisation } from '../../organisation/index.ts';

/** A place and all that lies below it on a day, down to the communities. @throws AppError place.unknown */
export async function placesIn(organisation: Organisation, scope: string, today: Day): Promise<Place[]> {
  const place = await organisation.mustFindPlace(scope);
  return [place, ...(await placesBelow(organisation, place, today))];
}

async function placesBelow(organisation: Organisation, { scope, kind }: Place, today: Day): Promise<Place[]> {
  if (kind === 'community') return [];
  const places: Place[] = [];
  let cursor: string | undefined;
  do {
    const page = await organisation.placesBelow(scope, { limit: 100, cursor });
    places.push(...page.items.filter((place) => isThereOn(place, today)));
    cursor = page.cursor;
  } while (cursor);
  const below = await Promise.all(places.map((place) => placesBelow(organisation, place, today)));
  return [...places, ...below.flat()];
}
