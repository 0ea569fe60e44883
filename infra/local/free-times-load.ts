import { plantedTimes } from '@kaifong/functions/people/index.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { plantedPreferences } from '@kaifong/functions/scheduling/index.ts';
import { demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { type FreeTime, freeTimes } from '@kaifong/shared/people/free-times.ts';
import type { LocalSurroundings } from './surroundings.ts';
import type { LoadedVolunteer } from './teamwork-load.ts';

/** Who is at work by day, who is at home by day, and who has the weekend. */
const weeks: readonly ((time: FreeTime) => boolean)[] = [
  (time) => time.endsWith('evening') || time.startsWith('sat') || time.startsWith('sun'),
  (time) => !time.endsWith('evening'),
  (time) => time.startsWith('sat') || time.startsWith('sun') || time === 'fri-evening',
];

/** One in three of those in the demo street says when she is free, and some of them what they would rather do: as rosters find them. */
export function* freeTimesLoad(
  { main }: LocalSurroundings,
  people: ReadonlyMap<number, LoadedVolunteer>,
): Generator<Write> {
  const table = (name: 'people' | 'scheduling') => new Table(main.client, main.tableName(name));
  for (const [serial, { volunteerId, community }] of people) {
    if (!isWithin(community, demoStreet) || serial % 3 !== 2) continue;
    const isFree = weeks[Math.floor(serial / 3) % weeks.length];
    yield plantedTimes(table('people'), volunteerId, { weekly: freeTimes.filter((time) => isFree?.(time)) });
    if (serial % 2 === 0)
      yield plantedPreferences(table('scheduling'), volunteerId, {
        kinds: ['patrol'],
        times: ['sat-morning'],
        mostHours: 6,
      });
  }
}
