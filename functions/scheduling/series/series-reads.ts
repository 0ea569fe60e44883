import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { Series } from '@kaifong/shared/scheduling/series/series-schema.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { OwnRegular, RegularItem, SeriesDateItem, SeriesItem, StandingSignUp } from './series.table.ts';

/** What all that has to do with series reads. */
export function seriesReads({ table, people }: Pick<SchedulingDeps, 'table' | 'people'>) {
  async function mustFindSeries(seriesId: string): Promise<Series> {
    const series = await table.get(SeriesItem, { id: seriesId });
    if (!series) throw new AppError(platformErrors.notFound);
    return series;
  }

  async function mustLead({ actor }: Request, seriesId: string): Promise<Series> {
    const series = await mustFindSeries(seriesId);
    actor.mustReach('shift.manage', { scope: series.teamScope });
    return series;
  }

  /** The dates of a series from today on that are made, and what became of its regulars on them. */
  function datesFrom(seriesId: string, now: Instant) {
    const range = { from: `DATE#${dayOf(now)}`, to: 'DATE#~' };
    const kinds = { dates: SeriesDateItem, outcomes: StandingSignUp };
    return table.collect(`SERIES#${seriesId}`, range, kinds);
  }

  /** All regular places of somebody. */
  async function regularsOf(volunteerId: string): Promise<RegularItem[]> {
    const { own } = await table.collect(`REGULARS#${volunteerId}`, {}, { own: OwnRegular });
    const keys = own.map(({ seriesId }) => ({ seriesId, volunteerId }));
    return (await table.getAll(RegularItem, keys)).filter((regular) => regular !== undefined);
  }

  /** What who asks is called; empty for an account without a volunteer. */
  async function nameOf({ actor }: Request): Promise<string> {
    const id = actor.ownVolunteerId;
    return (id && (await people.findVolunteer(id))?.name) || '';
  }

  return { mustFindSeries, mustLead, datesFrom, regularsOf, nameOf };
}
