import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { unannouncedYears } from '@kaifong/shared/scheduling/series/series-days.ts';
import { seriesChanged } from '@kaifong/shared/scheduling/series/series-events.ts';
import type {
  NewSeries,
  Series,
  SeriesPreview,
  SeriesQuery,
  SeriesWithDates,
} from '@kaifong/shared/scheduling/series/series-schema.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ActivityItem, ShiftItem } from '../scheduling.table.ts';
import { mustBeRoom } from '../shifts/meeting-room.ts';
import { SeriesClock, SeriesItem } from './series.table.ts';
import { datesAhead, previewOf } from './series-dates.ts';
import { seriesReads } from './series-reads.ts';

/** Series of a team: making one, and looking at it. */
export function seriesService(deps: SchedulingDeps) {
  const { table } = deps;
  const { mustLead, datesFrom, nameOf } = seriesReads(deps);

  async function mustFindActivity({ actor }: Request, id: string) {
    const activity = await table.get(ActivityItem, { id });
    if (!activity) throw new AppError(platformErrors.notFound);
    actor.mustReach('shift.manage', { scope: activity.teamScope });
    return activity;
  }

  async function withDates(series: Series, now: Instant, language: Language): Promise<SeriesWithDates> {
    const [{ dates: made }, clock] = await Promise.all([
      datesFrom(series.id, now),
      table.get(SeriesClock, { seriesId: series.id }),
    ]);
    const shifts = await table.getAll(
      ShiftItem,
      made.map(({ shiftId }) => ({ id: shiftId })),
    );
    const shiftOn = new Map(made.map((date, index) => [date.day, { date, shift: shifts[index] }]));
    const planned = datesAhead(series, now);
    const exceptions = new Set(series.exceptions.map(({ day }) => day));
    return {
      ...series,
      dates: planned.map(({ day, startsAt, endsAt, shift: template }) => {
        const { date, shift } = shiftOn.get(day) ?? {};
        const trouble = date?.trouble ?? clock?.refusals.find((each) => each.day === day)?.why;
        return {
          ...{ day, startsAt, endsAt, places: shift?.places ?? template.places },
          ...(date && { shiftId: date.shiftId }),
          ...(trouble && { trouble: trouble[language] }),
          isCalledOff: shift?.state === 'cancelled',
          isException: exceptions.has(day),
        };
      }),
      leftOut: series.exceptions.flatMap(({ day, instead }) => (instead || day < dayOf(now) ? [] : [day])),
      unannouncedYears: unannouncedYears(planned.map(({ day }) => day)),
    };
  }

  return {
    /** What a series by these rules would be like; makes nothing. @throws AppError platform.invalidInput, place.unknown, place.closed, platform.notFound */
    async previewNew(request: Request, { activityId, rule, shift }: NewSeries): Promise<SeriesPreview> {
      await mustFindActivity(request, activityId);
      await mustBeRoom(deps, shift.place, request.now, 'shift.place.room');
      return previewOf(rule, shift, dayOf(request.now));
    },

    /** Makes a series; its shifts follow by themselves. @throws AppError platform.invalidInput, place.unknown, place.closed, platform.notFound */
    async create(command: Command, { activityId, rule, shift }: NewSeries): Promise<Series> {
      const { title, teamScope, place } = await mustFindActivity(command, activityId);
      const { now } = command;
      await mustBeRoom(deps, shift.place, now, 'shift.place.room');
      previewOf(rule, shift, dayOf(now));
      const id = newId('series', Date.parse(now));
      const series: Series = {
        ...{ id, activityId, teamScope, title, placeName: (shift.place ?? place).name, createdAt: now, version: 1 },
        phases: [{ from: rule.from, rule, shift }],
        exceptions: [],
        trail: [{ at: now, by: await nameOf(command), reach: 'new' }],
      };
      const writes = {
        series: table.put(SeriesItem, series, { absent: true }),
        clock: table.put(SeriesClock, { seriesId: id, dueAt: now, refusals: [] }, { absent: true }),
      };
      const events = [seriesChanged.make(now, { seriesId: id })];
      mustCommit(await commit(command, table, writes, { answer: series, events }), {});
      return series;
    },

    /** The series of a team, newest first. */
    listOfTeam({ actor }: Request, { team, limit, cursor }: z.output<typeof SeriesQuery>): Promise<Page<Series>> {
      actor.mustReach('shift.manage', { scope: team });
      return table.query(SeriesItem, `SERIES#${team}`, { index: 'byTeam', newestFirst: true, limit, cursor });
    },

    /** A series with its dates of the weeks ahead. @throws AppError platform.notFound */
    async read(request: Request, seriesId: string, language: Language): Promise<SeriesWithDates> {
      return withDates(await mustLead(request, seriesId), request.now, language);
    },
  };
}
