import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district, streetAt, streets } from '@kaifong/shared/organisation/streets.ts';
import { suitableLists } from '@kaifong/shared/scheduling/suitable/suitable-schema.ts';
import type { Choice } from '#lib/components/choice.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { m } from '#paraglide/messages.js';
import type { Locale } from '#paraglide/runtime.js';

/** How many days ahead one can be chosen. */
const daysAhead = 14;

type Asked = Pick<URL, 'searchParams'>;

/** Where she can look: her community, her street, the whole district, and the other streets; of these the one that is asked for, else her street. */
export function placesToLook({ searchParams }: Asked, home: string | undefined, locale: Locale) {
  const own = home === undefined ? undefined : streetAt(streetOf(home) ?? '');
  const nameOf = (scope: string) => (scope === district.scope ? district : streetAt(scope))?.name[locale];
  const places: Choice[] = [
    ...(home !== undefined && own && home !== own.scope ? [{ value: home, label: m.volunteer_ownCommunity() }] : []),
    ...(own ? [{ value: own.scope, label: m.volunteer_ownStreet({ street: own.name[locale] }) }] : []),
    { value: district.scope, label: district.name[locale] },
    ...streets
      .filter(({ scope }) => scope !== own?.scope)
      .map(({ scope, name }) => ({ value: scope, label: name[locale] })),
  ];
  const asked = searchParams.get('place');
  const value = places.find((place) => place.value === asked)?.value ?? own?.scope ?? district.scope;
  return { places, place: { value, name: nameOf(value) ?? m.volunteer_ownCommunity() } };
}

/** The days to come, by their dates, and the one that is asked for. */
export function daysToLook({ searchParams }: Asked, now: Instant, locale: Locale) {
  const days = Array.from({ length: daysAhead }, (_, index): Choice => {
    const value = dayOf(shiftBy(now, index * day));
    return { value, label: formatMoment(value, 'date', locale) };
  });
  return { days, day: days.find(({ value }) => value === searchParams.get('day'))?.value };
}

/** The list that is asked for, if one is. */
export function listAsked({ searchParams }: Asked) {
  return suitableLists.find((list) => list === searchParams.get('list'));
}
