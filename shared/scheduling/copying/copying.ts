import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, day as dayLength, dayOf, Instant, shiftBy } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { RosterWeek } from '../roster/roster.ts';
import type { Shift } from '../schema.ts';
import { isHoliday } from '../series/series-days.ts';
import { DayTimes } from '../series/series-rule.ts';
import { ShiftTemplate } from '../series/series-schema.ts';
import { mondayOfWeek, type Week } from '../weeks.ts';

/** A shift to make again and again: of which activity, at what time of day, and what it is like. */
export const NewTemplate = z.object({
  name: z.string().trim().min(2).max(40),
  activityId: Id('activity'),
  times: DayTimes,
  shift: ShiftTemplate,
});
export type NewTemplate = z.infer<typeof NewTemplate>;

export const Template = NewTemplate.extend({
  id: Id('shiftTemplate'),
  teamScope: Scope,
  name: z.string(),
  title: z.string(),
  createdAt: Instant,
});
export type Template = z.infer<typeof Template>;

export const TemplateParams = z.object({ templateId: Id('shiftTemplate') });
export const TemplateQuery = PageQuery.extend({ team: Scope });
/** The day on which a shift is made of a template. */
export const TemplateUse = z.object({ team: Scope, day: Day });

/** A team's week as it was, and the week to make its shifts in again. */
export const WeekCopy = z.object({
  team: Scope,
  from: RosterWeek,
  to: RosterWeek,
  skipHolidays: z.boolean().default(false),
});
export type WeekCopy = z.infer<typeof WeekCopy>;

/** Why a shift is not made again. */
export const leftOutReasons = ['past', 'calledOff', 'series', 'there', 'holiday', 'copied'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const CopiedShift = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  /** In the week to come. */
  startsAt: Instant,
  endsAt: Instant,
  places: z.int(),
  leftOut: z.enum(leftOutReasons).optional(),
});
export type CopiedShift = z.infer<typeof CopiedShift>;

export const WeekCopyPlan = z.object({ shifts: z.array(CopiedShift), copies: z.int() });
export type WeekCopyPlan = z.infer<typeof WeekCopyPlan>;

type Source = Pick<Shift, 'id' | 'title' | 'activityId' | 'startsAt' | 'endsAt' | 'places' | 'state'>;

/** How a week would be copied: each shift as many days later as the weeks lie apart, at the same time of day. */
export function planCopy(
  { from, to, skipHolidays }: Pick<WeekCopy, 'skipHolidays'> & Readonly<{ from: Week; to: Week }>,
  source: readonly (Source & Readonly<{ isOfSeries: boolean; isCopied: boolean }>)[],
  there: readonly Pick<Shift, 'activityId' | 'startsAt' | 'state'>[],
  now: Instant,
): CopiedShift[] {
  const apart = Date.parse(mondayOfWeek(to)) - Date.parse(mondayOfWeek(from));
  const taken = new Set(
    there.filter(({ state }) => state !== 'cancelled').map(({ activityId, startsAt }) => `${activityId} ${startsAt}`),
  );
  return source.map((shift) => {
    const { id: shiftId, title, places } = shift;
    const [startsAt, endsAt] = [shiftBy(shift.startsAt, apart), shiftBy(shift.endsAt, apart)];
    const reasons: readonly [LeftOutReason, boolean][] = [
      ['calledOff', shift.state === 'cancelled'],
      ['series', shift.isOfSeries],
      ['copied', shift.isCopied],
      ['there', taken.has(`${shift.activityId} ${startsAt}`)],
      ['past', startsAt <= now],
      ['holiday', skipHolidays && isHoliday(dayOf(startsAt))],
    ];
    const leftOut = reasons.find(([, holds]) => holds)?.[0];
    return { shiftId, title, startsAt, endsAt, places, ...(leftOut && { leftOut }) };
  });
}

/** Monday and Sunday of a week. */
export function boundsOf(week: Week): [monday: Day, sunday: Day] {
  const monday = mondayOfWeek(week);
  return [monday, new Date(Date.parse(`${monday}T00:00:00.000Z`) + 6 * dayLength).toISOString().slice(0, 10)];
}
