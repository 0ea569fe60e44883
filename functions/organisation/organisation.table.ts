import { Place, Team } from '@kaifong/shared/organisation/schema.ts';
import { parentOf } from '@kaifong/shared/organisation/scope.ts';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the organisation table
 *
 *   a place                                PLACE#<scope>            PLACE
 *   a team                                 PLACE#<scope>            TEAM
 *   the places right below a place         byParent: PLACES#<scope> <scope>
 *   the teams of a community               byParent: TEAMS#<scope>  <scope>
 */

export const PlaceItem = itemType({
  entity: 'place',
  schema: Place,
  key: ({ scope }: { scope: string }) => ({ pk: `PLACE#${scope}`, sk: 'PLACE' }),
  indexes: {
    byParent: ({ scope }) => {
      const parent = parentOf(scope);
      return parent ? { pk: `PLACES#${parent}`, sk: scope } : undefined;
    },
  },
});

export const TeamItem = itemType({
  entity: 'team',
  schema: Team,
  key: ({ scope }: { scope: string }) => ({ pk: `PLACE#${scope}`, sk: 'TEAM' }),
  indexes: { byParent: ({ scope }) => ({ pk: `TEAMS#${parentOf(scope)}`, sk: scope }) },
});
