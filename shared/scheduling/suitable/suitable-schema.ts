import * as z from 'zod';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { ShiftForVolunteer } from '../schema.ts';

/** `takeable`: those that the person can take now, best first. `all`: by start, each with what keeps her from it. */
export const suitableLists = ['takeable', 'all'] as const;

/** The open shifts of a place (the district, a street, a community) and below that begin between two days, both counted; from now on when not said. */
export const SuitableShiftsQuery = PageQuery.extend({
  place: Scope,
  list: z.enum(suitableLists, { error: 'field.choice' }).default('takeable'),
  from: Day.optional(),
  until: Day.optional(),
}).refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
  path: ['until'],
  error: 'days.endBeforeStart',
});
export type SuitableShiftsQuery = z.output<typeof SuitableShiftsQuery>;

/** A shift as a volunteer sees it, and how it suits her. `freePlacesForHer` counts those of roles in which she can serve. */
export const SuitableShift = ShiftForVolunteer.extend({
  freePlacesForHer: z.int(),
  suiting: z
    .object({
      isOwnTeam: z.boolean(),
      near: z.enum(['community', 'street']).optional(),
      /** From the middle of her community, as the crow flies, to a hundred metres. */
      metres: z.int().optional(),
      isFreeThen: z.boolean().optional(),
      asksForHerSkill: z.boolean(),
      isWished: z.boolean(),
    })
    .optional(),
});
export type SuitableShift = z.infer<typeof SuitableShift>;

/**
 * A page is never empty while more follows, but for one that says `lookedUntil`: so many shifts were looked at in vain that the next page
 * begins with those after it.
 */
export const SuitableShiftsPage = z.object({
  items: z.array(SuitableShift),
  cursor: z.string().optional(),
  lookedUntil: Instant.optional(),
});
export type SuitableShiftsPage = z.infer<typeof SuitableShiftsPage>;
