import type { EntryReason } from '../schema.ts';
import { type EarningRules, type WeighedService, weigh, withinDay } from './earning-rules.ts';
import { pointsSettings } from './rules.ts';

/** What other rules would have made of somebody's month: whole hours of minutes that earn, without what is carried between months. */
export type SimulatedPerson = Readonly<{ volunteerId: string; pointsBefore: number; pointsAfter: number }>;

/** A service as it was booked, or a correction that took one back. */
export type BookedService = Readonly<{ because: Pick<EntryReason, 'minutes' | 'day' | 'earned'> }>;

/** Holds what was booked of somebody in a month against what other rules would have made of it. */
export function simulate(
  rules: EarningRules,
  volunteerId: string,
  services: readonly BookedService[],
): SimulatedPerson {
  const days = new Map<string, number>();
  let [before, after] = [0, 0];
  for (const { because } of services) {
    const { day, minutes, earned } = because;
    // What somebody's points pay no rule weighs.
    if (earned?.asHelp) continue;
    before += earned?.minutes ?? minutes;
    const { minutes: weighed } = weigh(rules, { ...circumstancesOf(because.earned), minutes });
    const sofar = days.get(day) ?? 0;
    after += withinDay(rules, sofar, weighed);
    days.set(day, sofar + weighed);
  }
  return { volunteerId, pointsBefore: wholeHours(before), pointsAfter: wholeHours(after) };
}

function circumstancesOf(earned: EntryReason['earned']): Omit<WeighedService, 'minutes'> {
  if (!earned) return {};
  const { kind, atNight, backEntered, special } = earned;
  return { kind, atNight, backEntered, special };
}

function wholeHours(minutes: number): number {
  return Math.max(0, Math.floor(minutes / pointsSettings.minutesPerPoint));
}

/** Those whose points would differ most, the most first; of people with the same difference always in the same order. */
export function mostAffected<Person extends SimulatedPerson>(people: readonly Person[], atMost: number): Person[] {
  const difference = ({ pointsBefore, pointsAfter }: Person) => Math.abs(pointsAfter - pointsBefore);
  return people
    .filter((person) => difference(person) > 0)
    .toSorted((one, other) => difference(other) - difference(one) || one.volunteerId.localeCompare(other.volunteerId))
    .slice(0, atMost);
}
