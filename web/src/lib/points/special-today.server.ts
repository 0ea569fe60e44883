import type { SpecialDay } from '@kaifong/shared/points/rules/rule-schema.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { m } from '#paraglide/messages.js';

/** What today is, in words and at which places. */
export async function specialToday(event: Caller, special: readonly SpecialDay[]): Promise<string[]> {
  if (special.length === 0) return [];
  const names = await namesOf(
    event,
    special.map(({ place }) => place),
  );
  const words = { badWeather: m.pointsRules_todayBadWeather, emergency: m.pointsRules_todayEmergency };
  return special.map(({ kind, place }) => words[kind]({ place: names.get(place) ?? place }));
}
