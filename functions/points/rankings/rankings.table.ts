import { Id } from '@kaifong/shared/kernel/ids.ts';
import { kindOf, Scope } from '@kaifong/shared/organisation/scope.ts';
import { RankedPeriod } from '@kaifong/shared/points/ranking/ranking.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import { shardOf, shards } from '../shards.ts';

/*
 * Access patterns of rankings, in the points table
 *
 *   whether a service was counted                    COUNTED#<volunteer>                        SERVICE#<seq>
 *   a volunteer's minutes in a period and a scope    STANDINGS#<volunteer>                      <period>#<scope>
 *   those with the most minutes                      byMinutes: TOP#<period>#<scope>#<part>     <minutes>#<volunteer>
 *   how many people stand on each step               STEPS#<period>#<scope>#<part>              STEP#<step>
 *   what a merge moved of a standing                 MOVED_STANDINGS#<merge>                    <period>#<scope>
 *   the minutes of each team in a month              TEAMS#<month>                              TEAM#<team>
 *
 * A place is one more than the people on higher steps, so it is found without looking at anybody. The district is cut into parts by
 * volunteer, since every service of Liwan is counted there.
 */

const partsOfDistrict = 4;

/** The parts that a scope is cut into. */
export function partsOf(scope: string): number[] {
  return kindOf(scope) === 'district' ? Array.from({ length: partsOfDistrict }, (_, part) => part) : [0];
}

/** The part of a scope that a volunteer is counted in. */
export function partFor(scope: string, volunteerId: string): number {
  return kindOf(scope) === 'district' ? shards.indexOf(shardOf(volunteerId)) % partsOfDistrict : 0;
}

export const CountedItem = itemType({
  entity: 'countedService',
  schema: z.object({ volunteerId: Id('volunteer'), seq: z.int() }),
  key: ({ volunteerId, seq }: { volunteerId: string; seq: number }) => ({
    pk: `COUNTED#${volunteerId}`,
    sk: `SERVICE#${String(seq).padStart(8, '0')}`,
  }),
});

export const StandingItem = itemType({
  entity: 'standing',
  schema: z.object({ volunteerId: Id('volunteer'), period: RankedPeriod, scope: Scope, minutes: z.int() }),
  key: ({ volunteerId, period, scope }: { volunteerId: string; period: string; scope: string }) => ({
    pk: `STANDINGS#${volunteerId}`,
    sk: `${period}#${scope}`,
  }),
  indexes: {
    byMinutes: ({ volunteerId, period, scope, minutes }) =>
      minutes > 0
        ? {
            pk: topOf(period, scope, partFor(scope, volunteerId)),
            sk: `${String(minutes).padStart(8, '0')}#${volunteerId}`,
          }
        : undefined,
  },
});
export type StandingItem = z.output<typeof StandingItem.schema>;

export function topOf(period: string, scope: string, part: number): string {
  return `TOP#${period}#${scope}#${part}`;
}

/** How many people stand on a step of a ladder, of a part of them. */
export const StepItem = itemType({
  entity: 'rankingStep',
  schema: z.object({ period: RankedPeriod, scope: Scope, part: z.int(), step: z.int(), people: z.int() }),
  key: ({ period, scope, part, step }: { period: string; scope: string; part: number; step: number }) => ({
    pk: stepsOf(period, scope, part),
    sk: `STEP#${String(step).padStart(4, '0')}`,
  }),
});

export function stepsOf(period: string, scope: string, part: number): string {
  return `STEPS#${period}#${scope}#${part}`;
}

export const TeamMonthItem = itemType({
  entity: 'teamMonth',
  schema: z.object({ month: z.string(), team: Scope, minutes: z.int() }),
  key: ({ month, team }: { month: string; team: string }) => ({ pk: `TEAMS#${month}`, sk: `TEAM#${team}` }),
});

/** The minutes of a ranking that a merge moved from the record that went to the one that stayed, with what was counted over it since. */
export const MovedStanding = itemType({
  entity: 'movedStanding',
  schema: z.object({ mergeId: Id('merge'), period: RankedPeriod, scope: Scope, minutes: z.int() }),
  key: ({ mergeId, period, scope }: { mergeId: string; period: string; scope: string }) => ({
    pk: `MOVED_STANDINGS#${mergeId}`,
    sk: `${period}#${scope}`,
  }),
});
