import { type Day, day as dayLength, dayOf, hour, type Instant, instantAt, shiftBy } from '../../kernel/time.ts';
import { type FreeTime, hoursOfPart, type PartOfDay, partsOfDay, weekdays } from '../../people/free-times.ts';
import type { AwayDays } from '../../people/registration/details.ts';
import { isFreeAt } from '../../people/registration/details.ts';
import type { TimeRange } from '../weeks.ts';

/** What somebody said of when she is free: a usual week, and days on which she is away. */
export type SaidTimes = Readonly<{ weekly: readonly FreeTime[]; away: readonly AwayDays[] }>;

/** The hours that count for one who said nothing of her week: all days, and no night. */
const daylight = [6, 23] as const;

/** When somebody is free in the seven days from `monday` on, by what she said; parts of a day that meet are one time. */
export function freeIn(monday: Day, said: SaidTimes | undefined): TimeRange[] {
  const { weekly = [], away = [] } = said ?? {};
  const days = Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
  if (weekly.length === 0)
    return days
      .filter((day) => !away.some(({ from, until }) => from <= day && day <= until))
      .map((day) => between(day, daylight));
  const free: { startsAt: Instant; endsAt: Instant }[] = [];
  for (const day of days)
    for (const part of partsOfDay) {
      if (!isFreeAt({ weekly, away }, day, part)) continue;
      const time = between(day, hoursOfPart[part]);
      const before = free.at(-1);
      if (before?.endsAt === time.startsAt) before.endsAt = time.endsAt;
      else free.push({ ...time });
    }
  return free;
}

/** Whether a shift lies within somebody's free times. */
export function isFreeFor(free: readonly TimeRange[], shift: TimeRange): boolean {
  return free.some(({ startsAt, endsAt }) => startsAt <= shift.startsAt && shift.endsAt <= endsAt);
}

/** The part of the week in which a shift begins; none for one that begins at night. */
export function partOf({ startsAt }: Pick<TimeRange, 'startsAt'>): FreeTime | undefined {
  const day = dayOf(startsAt);
  const hours = (Date.parse(startsAt) - Date.parse(instantAt(day, '00:00'))) / hour;
  const part = partsOfDay.find((each: PartOfDay) => hoursOfPart[each][0] <= hours && hours < hoursOfPart[each][1]);
  const weekday = weekdays[(new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7];
  return part && weekday && `${weekday}-${part}`;
}

function between(day: Day, [from, to]: readonly [number, number]): TimeRange {
  const midnight = instantAt(day, '00:00');
  return { startsAt: shiftBy(midnight, from * hour), endsAt: shiftBy(midnight, to * hour) };
}

function dayAfter(day: Day, days: number): Day {
  return dayOf(shiftBy(instantAt(day, '12:00'), days * dayLength));
}
