import { topics } from '@kaifong/shared/care/topics.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { choicesOf } from '#lib/components/choice.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import { boxOf, partNames, weekdayName, weekdays } from './week.ts';

/** What a counsellor's topics, times and streets to keep away from are chosen from. */
export async function enrolmentChoices(event: RequestEvent, place: Scope) {
  const { locale } = event.locals;
  const streets = await placesBelow(event, place.slice(0, 6));
  return {
    topics: choicesOf(topics, locale),
    streets: streets.map(({ scope, name }) => ({ value: scope, label: name })),
    week: weekdays.map((weekday) => ({
      name: weekdayName(weekday, locale),
      boxes: partNames.map((part) => ({ part, value: boxOf(weekday, part) })),
    })),
  };
}
