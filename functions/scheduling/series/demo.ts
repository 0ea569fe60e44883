import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Activity } from '@kaifong/shared/scheduling/schema.ts';
import type { Series } from '@kaifong/shared/scheduling/series/series-schema.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { ActivityItem } from '../scheduling.table.ts';
import { OwnRegular, RegularItem, SeriesClock, SeriesItem } from './series.table.ts';

/** A made-up series, its activity, and the volunteers who are regulars of it or ask to be. */
export type MadeUpSeries = Readonly<{
  activity: Activity;
  series: Series;
  regulars: readonly string[];
  asking: readonly string[];
}>;

/** Series stored just as their leaders would have left them; the clock makes their shifts and signs the regulars up. */
export function* seriesDemoItems(table: Table, all: Iterable<MadeUpSeries>, now: Instant): Generator<Write> {
  for (const { activity, series, regulars, asking } of all) {
    const { id: seriesId } = series;
    yield table.put(ActivityItem, activity);
    yield table.put(SeriesItem, series);
    yield table.put(SeriesClock, { seriesId, dueAt: now, refusals: [] });
    for (const volunteerId of [...regulars, ...asking]) {
      const state = regulars.includes(volunteerId) ? 'regular' : 'asked';
      yield table.put(RegularItem, { seriesId, volunteerId, state, since: now, leave: [], version: 1 });
      yield table.put(OwnRegular, { volunteerId, seriesId });
    }
  }
}
