import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { NewShift } from '../schema.ts';
import { DayTimes, SeriesRule } from './series-rule.ts';

/** What every shift of a series is like: a new shift without its times. */
export const ShiftTemplate = z
  .object(NewShift.shape)
  .omit({ startsAt: true, endsAt: true, signUpClosesAt: true })
  .extend({
    /** Sign-up closes so many hours before a shift begins; when it begins, when left out. */
    closesHoursBefore: z.int().min(0).max(168).optional(),
  });
export type ShiftTemplate = z.infer<typeof ShiftTemplate>;

export const NewSeries = z.object({ activityId: Id('activity'), rule: SeriesRule, shift: ShiftTemplate });
export type NewSeries = z.infer<typeof NewSeries>;

/** From a day on a series goes by a rule. */
export const SeriesPhase = z.object({ from: Day, rule: SeriesRule, shift: ShiftTemplate });
export type SeriesPhase = z.infer<typeof SeriesPhase>;

/** A date that is left out, or goes another way. */
export const SeriesException = z.object({
  day: Day,
  instead: z.object({ startsAt: Instant, endsAt: Instant, shift: ShiftTemplate }).optional(),
});
export type SeriesException = z.infer<typeof SeriesException>;

const OneDate = DayTimes.extend({ on: Day, shift: ShiftTemplate });

/** What a leader changes: one date, one and all that follow, or all that have not begun. */
export const SeriesChange = z.discriminatedUnion('reach', [
  z.object({
    reach: z.literal('this'),
    day: Day,
    instead: z.union([z.literal('leftOut'), z.literal('asPlanned'), OneDate]),
  }),
  z.object({ reach: z.literal('following'), day: Day, rule: SeriesRule, shift: ShiftTemplate }),
  z.object({ reach: z.literal('all'), rule: SeriesRule, shift: ShiftTemplate }),
]);
export type SeriesChange = z.infer<typeof SeriesChange>;
export type SeriesReach = SeriesChange['reach'];

/** `version` is what the leader saw; `misfits` what becomes of people who do not fit any more, or of the dates that they are on. */
export const NewSeriesChange = z.object({
  version: z.int(),
  change: SeriesChange,
  misfits: z.enum(['free', 'keepDate']).optional(),
});
export type NewSeriesChange = z.infer<typeof NewSeriesChange>;

/** Who changed what, newest first. */
export const SeriesTrailEntry = z.object({
  at: Instant,
  by: z.string(),
  reach: z.enum(['new', 'this', 'following', 'all']),
  day: Day.optional(),
});
export type SeriesTrailEntry = z.infer<typeof SeriesTrailEntry>;

export const Series = z.object({
  id: Id('series'),
  activityId: Id('activity'),
  teamScope: Scope,
  title: z.string(),
  placeName: z.string(),
  phases: z.array(SeriesPhase).min(1),
  exceptions: z.array(SeriesException),
  version: z.int(),
  createdAt: Instant,
  trail: z.array(SeriesTrailEntry),
});
export type Series = z.infer<typeof Series>;

/** A date as the series page shows it. `shiftId` is absent until the shift is made; `trouble` is in words why it could not be made or changed. */
export const SeriesDate = z.object({
  day: Day,
  startsAt: Instant,
  endsAt: Instant,
  places: z.int(),
  shiftId: Id('shift').optional(),
  isCalledOff: z.boolean(),
  isException: z.boolean(),
  trouble: z.string().optional(),
});
export type SeriesDate = z.infer<typeof SeriesDate>;

export const SeriesWithDates = Series.extend({
  dates: z.array(SeriesDate),
  leftOut: z.array(Day),
  unannouncedYears: z.array(z.string()),
});
export type SeriesWithDates = z.infer<typeof SeriesWithDates>;

/** What a series would be like: its next dates, how many there are when it has an end, and the years whose holidays are not known. */
export const SeriesPreview = z.object({
  dates: z.array(z.object({ day: Day, startsAt: Instant, endsAt: Instant })),
  total: z.int().optional(),
  skipped: z.array(Day),
  unannouncedYears: z.array(z.string()),
});
export type SeriesPreview = z.infer<typeof SeriesPreview>;

/** Somebody who does not fit any more, and why in a few words. */
const Misfit = z.object({ volunteerId: Id('volunteer'), name: z.string(), detail: z.string() });

/** What a change would do to the dates that are made already. */
export const SeriesChangePreview = z.object({
  version: z.int(),
  changes: z.array(
    z.object({
      day: Day,
      kind: z.enum(['moved', 'changed', 'places', 'gone', 'added']),
      was: z.object({ startsAt: Instant, endsAt: Instant, places: z.int() }).optional(),
      becomes: z.object({ startsAt: Instant, endsAt: Instant, places: z.int() }).optional(),
      /** How many have a place there now. */
      people: z.int(),
      misfits: z.array(Misfit),
    }),
  ),
  /** How many people do not fit any more, and on how many dates. */
  misfits: z.object({ people: z.int(), dates: z.int() }),
  unannouncedYears: z.array(z.string()),
});
export type SeriesChangePreview = z.infer<typeof SeriesChangePreview>;

/** What a change would be like. */
export const SeriesChangeRequest = z.object({ change: SeriesChange });

export const SeriesParams = z.object({ seriesId: Id('series') });
export const SeriesQuery = PageQuery.extend({ team: Scope });
