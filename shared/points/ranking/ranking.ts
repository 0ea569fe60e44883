import * as z from 'zod';
import { kindOf, Scope } from '../../organisation/scope.ts';

/** Where people are ranked: a team, a community, a street or the whole district. */
export const RankedScope = Scope.refine((scope) => !['grid', 'room'].includes(kindOf(scope)), {
  error: 'field.choice',
});

/** A month, `2026-11`, or all time. */
export const RankedPeriod = z.union([z.literal('all'), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
  error: 'field.choice',
});

export const RankingQuery = z.object({ scope: RankedScope, period: RankedPeriod });
export type RankingQuery = z.infer<typeof RankingQuery>;

/** How many a ranking looks at from the top; of these it shows those who consented to be named. */
export const rankedFromTop = 50;

/** A ranking by minutes that were served, corrections taken off. */
export const Ranking = z.object({
  /** How many people served. */
  people: z.int(),
  /** Those from the top who consented to be named; others are left out, and their places with them. */
  top: z.array(z.object({ place: z.int().min(1), name: z.string(), minutes: z.int(), isOwn: z.boolean() })),
  /** The place of the person who asks, whom nobody else is shown unless she consented. */
  own: z.object({ place: z.int().min(1), minutes: z.int(), isNamed: z.boolean() }).optional(),
});
export type Ranking = z.infer<typeof Ranking>;

export const TeamsQuery = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'field.choice' }) });

/** The teams whose people served most in a month, the most first. */
export const TeamsOfMonth = z.object({ items: z.array(z.object({ team: Scope, minutes: z.int() })) });
export type TeamsOfMonth = z.infer<typeof TeamsOfMonth>;

export const teamsOfMonthShown = 10;

const exactHours = 200;
const stepAbove = 10;

/**
 * The step of the ladder that minutes reach; people on one step share a place. A step is a whole hour, above 200 hours ten of them, so
 * that a ladder has few steps however long people serve. Nobody without minutes stands on it.
 */
export function stepOf(minutes: number): number | undefined {
  if (minutes <= 0) return undefined;
  const hours = Math.floor(minutes / 60);
  return hours < exactHours ? hours : exactHours + Math.floor((hours - exactHours) / stepAbove);
}

/** The whole hours at which the step of these minutes begins. */
export function hoursOfStep(minutes: number): number {
  const hours = Math.floor(minutes / 60);
  return hours < exactHours ? hours : hours - ((hours - exactHours) % stepAbove);
}

/** The places of people in the order of their minutes, the most first: those on one step share the first place of it. */
export function placesOf(minutes: readonly number[]): number[] {
  const steps = minutes.map((each) => stepOf(each) ?? -1);
  return steps.map((step) => steps.indexOf(step) + 1);
}

/** Hours of service that are an occasion to say thank you. */
export const milestoneHours = [10, 50, 100, 200, 300, 600, 1000, 1500, 2000, 3000] as const;

/** The milestones that were reached, and what is missing to the next one in minutes. */
export function milestonesOf(minutes: number): { reached: number[]; next?: { hours: number; missing: number } } {
  const reached = milestoneHours.filter((hours) => minutes >= hours * 60);
  const hours = milestoneHours[reached.length];
  return { reached, ...(hours !== undefined && { next: { hours, missing: hours * 60 - minutes } }) };
}
