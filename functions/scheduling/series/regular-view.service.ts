import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { SeriesForVolunteer } from '@kaifong/shared/scheduling/series/regular-schema.ts';
import type { Series } from '@kaifong/shared/scheduling/series/series-schema.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { RegularItem, SeriesItem, SeriesOfShift } from './series.table.ts';
import { seriesReads } from './series-reads.ts';

/** Dates that a volunteer is shown of a series. */
const datesShown = 10;

/** Series as a volunteer sees them, and the regulars of a series as its leader does. */
export function regularViewService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const { mustFindSeries, mustLead, datesFrom, regularsOf } = seriesReads(deps);

  async function seenBy(volunteerId: string | undefined, series: Series, now: Instant, language: Language) {
    const { id: seriesId, title, placeName, phases } = series;
    const [{ dates, outcomes }, mine] = await Promise.all([
      datesFrom(seriesId, now),
      volunteerId === undefined ? undefined : table.get(RegularItem, { seriesId, volunteerId }),
    ]);
    const next = dates.filter(({ startsAt }) => startsAt > now).slice(0, datesShown);
    const keys = next.map(({ shiftId, startsAt }) => ({ volunteerId: volunteerId ?? '', shiftId, startsAt }));
    const [signUps, shifts] = await Promise.all([
      volunteerId === undefined ? [] : table.getAll(SignUpItem, keys),
      table.getAll(
        ShiftItem,
        next.map(({ shiftId }) => ({ id: shiftId })),
      ),
    ]);
    const current = phases.findLast(({ from }) => from <= dayOf(now)) ?? phases[0];
    if (!current) throw new Error(`series ${seriesId} has no phase`);
    const answer: SeriesForVolunteer = {
      ...{ seriesId, title, placeName, rule: current.rule },
      ...(mine && { mine }),
      dates: next.flatMap(({ day, shiftId, startsAt, endsAt }, index) => {
        if (shifts[index]?.state !== 'open') return [];
        const outcome = outcomes.find((each) => each.day === day && each.volunteerId === volunteerId);
        const isIn = signUps[index]?.state === 'signedUp';
        const refusal = !isIn && outcome?.outcome === 'refused' && outcome.why?.[language];
        return [
          {
            ...{ day, shiftId, startsAt, endsAt },
            mine: isIn ? ('signedUp' as const) : refusal ? ('refused' as const) : ('none' as const),
            ...(refusal && { refusal }),
          },
        ];
      }),
    };
    return answer;
  }

  return {
    /** The series that a shift belongs to, if any. @throws AppError platform.notFound */
    async seriesOfShift(_: Request, shiftId: string): Promise<{ seriesId?: string }> {
      const [shift, link] = await table.getPair([ShiftItem, { id: shiftId }], [SeriesOfShift, { shiftId }]);
      if (!shift) throw new AppError(platformErrors.notFound);
      return link ? { seriesId: link.seriesId } : {};
    },

    /** A series as somebody sees it who may become, or is, a regular. @throws AppError platform.notFound */
    async readSeries({ actor, now }: Request, seriesId: string, language: Language): Promise<SeriesForVolunteer> {
      return seenBy(actor.ownVolunteerId, await mustFindSeries(seriesId), now, language);
    },

    /** The series of which the person is a regular, or may become one. */
    async listOwn({ actor, now }: Request, language: Language): Promise<Page<SeriesForVolunteer>> {
      const own = await regularsOf(actor.volunteerId);
      const found = await table.getAll(
        SeriesItem,
        own.map(({ seriesId }) => ({ id: seriesId })),
      );
      const series = found.filter((each) => each !== undefined);
      return { items: await Promise.all(series.map((each) => seenBy(actor.volunteerId, each, now, language))) };
    },

    /** Who is a regular of a series, asks to be, or is invited. @throws AppError platform.notFound */
    async listOfSeries(request: Request, seriesId: string, { limit, cursor }: PageQuery) {
      await mustLead(request, seriesId);
      const range = { beginsWith: 'REGULAR#' };
      const page = await table.query(RegularItem, `SERIES#${seriesId}`, { range, limit, cursor });
      const volunteers = await people.findVolunteers(page.items.map(({ volunteerId }) => volunteerId));
      const names = new Map(volunteers.map(({ id, name }) => [id, name]));
      return { ...page, items: page.items.map((each) => ({ ...each, name: names.get(each.volunteerId) ?? '' })) };
    },
  };
}
