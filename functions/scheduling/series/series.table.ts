import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import { Regular } from '@kaifong/shared/scheduling/series/regular-schema.ts';
import { Words } from '@kaifong/shared/scheduling/series/series-events.ts';
import { Series, ShiftTemplate } from '@kaifong/shared/scheduling/series/series-schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of series and their regulars, in the scheduling table
 *
 *   a series                                             SERIES#<id>            SERIES
 *   when a series is to be looked at next                SERIES#<id>            CLOCK
 *   a date of a series, and the shift that was made      SERIES#<id>            DATE#<day>
 *   what became of a regular on a date                   SERIES#<id>            DATE#<day>#<volunteer>
 *   the regulars of a series                             SERIES#<id>            REGULAR#<volunteer>
 *   the series of which a volunteer is a regular         REGULARS#<volunteer>   <series>
 *   a regular place that a merge moved                   MERGE#<merge>          SERIES#<id>
 *   the series that a shift belongs to                   SERIES-OF#<shift>      SERIES
 *   the series of a team, newest first                   byTeam: SERIES#<team>  <id>
 *   series to be looked at, by when                      byDue: SERIES          <due>#<id>
 *
 * A date is written in one transaction with its shift, on condition that there is none: no date ever has two shifts. What became of a
 * regular is written in one transaction with her sign-up: she is signed up for a date once, and not again after she gave it back.
 */

export const SeriesItem = itemType({
  entity: 'series',
  schema: Series,
  key: ({ id }: { id: string }) => ({ pk: `SERIES#${id}`, sk: 'SERIES' }),
  indexes: { byTeam: ({ teamScope, id }) => ({ pk: `SERIES#${teamScope}`, sk: id }) },
});

export const SeriesClock = itemType({
  entity: 'seriesClock',
  schema: z.object({
    seriesId: Id('series'),
    dueAt: Instant,
    /** Dates whose shift the rules refused to make or to change, and why. */
    refusals: z.array(z.object({ day: Day, why: Words })).default([]),
  }),
  key: ({ seriesId }: { seriesId: string }) => ({ pk: `SERIES#${seriesId}`, sk: 'CLOCK' }),
  indexes: { byDue: ({ dueAt, seriesId }) => ({ pk: 'SERIES', sk: `${dueAt}#${seriesId}` }) },
});

const AsMade = z.object({ startsAt: Instant, endsAt: Instant, shift: ShiftTemplate });

/** A date as its shift was made. `next` is the shift that takes its place, while people move there. */
export const SeriesDateItem = itemType({
  entity: 'seriesDate',
  schema: AsMade.extend({
    seriesId: Id('series'),
    day: Day,
    shiftId: Id('shift'),
    next: AsMade.extend({ shiftId: Id('shift') }).optional(),
    /** The refusal of the last change of its places: fewer than are taken. */
    trouble: Words.optional(),
    version: z.int(),
  }),
  key: ({ seriesId, day }: { seriesId: string; day: string }) => ({ pk: `SERIES#${seriesId}`, sk: `DATE#${day}` }),
});
export type SeriesDateItem = z.output<typeof SeriesDateItem.schema>;

export const StandingSignUp = itemType({
  entity: 'standingSignUp',
  schema: z.object({
    seriesId: Id('series'),
    day: Day,
    volunteerId: Id('volunteer'),
    shiftId: Id('shift'),
    outcome: z.enum(['signedUp', 'refused']),
    /** The refusal, in words for her. */
    why: Words.optional(),
  }),
  key: ({ seriesId, day, volunteerId }: { seriesId: string; day: string; volunteerId: string }) => ({
    pk: `SERIES#${seriesId}`,
    sk: `DATE#${day}#${volunteerId}`,
  }),
});
export type StandingSignUp = z.output<typeof StandingSignUp.schema>;

export const RegularItem = itemType({
  entity: 'regular',
  schema: Regular.extend({ version: z.int() }),
  key: ({ seriesId, volunteerId }: { seriesId: string; volunteerId: string }) => ({
    pk: `SERIES#${seriesId}`,
    sk: `REGULAR#${volunteerId}`,
  }),
});
export type RegularItem = z.output<typeof RegularItem.schema>;

export const OwnRegular = itemType({
  entity: 'ownRegular',
  schema: z.object({ volunteerId: Id('volunteer'), seriesId: Id('series') }),
  key: ({ volunteerId, seriesId }: { volunteerId: string; seriesId: string }) => ({
    pk: `REGULARS#${volunteerId}`,
    sk: seriesId,
  }),
});

/** A regular place as it was when a merge moved it, and what the record that stays had of that series. */
export const MovedRegular = itemType({
  entity: 'movedRegular',
  schema: z.object({
    mergeId: Id('merge'),
    seriesId: Id('series'),
    went: RegularItem.schema,
    had: RegularItem.schema.optional(),
  }),
  key: ({ mergeId, seriesId }: { mergeId: string; seriesId: string }) => ({
    pk: `MERGE#${mergeId}`,
    sk: `SERIES#${seriesId}`,
  }),
});
export type MovedRegular = z.output<typeof MovedRegular.schema>;

export const SeriesOfShift = itemType({
  entity: 'seriesOfShift',
  schema: z.object({ shiftId: Id('shift'), seriesId: Id('series'), day: Day }),
  key: ({ shiftId }: { shiftId: string }) => ({ pk: `SERIES-OF#${shiftId}`, sk: 'SERIES' }),
});
