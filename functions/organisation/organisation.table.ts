import { Place, Team, TreeChange } from '@kaifong/shared/organisation/schema.ts';
import { parentOf, Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the organisation table
 *
 *   a place                                PLACE#<scope>            PLACE
 *   a team                                 PLACE#<scope>            TEAM
 *   how it is being laid out anew          PLACE#<scope>            REARRANGEMENT   (rearranging.table.ts)
 *   what was changed about either, by time PLACE#<scope>            CHANGE#<instant>#<key>
 *   who has a name, right below a place    PLACE#<parent>           NAME#<list>#<name>
 *   the places right below a place         byParent: PLACES#<scope> <scope>
 *   the grids of a community               byParent: GRIDS#<scope>  <scope>
 *   the rooms of a place                   byParent: ROOMS#<scope>  <scope>
 *   the teams of a place                   byParent: TEAMS#<scope>  <scope>
 *
 * What lies below a place is bounded by its numbers: 999 communities, grids or rooms, and 9,999 teams.
 */

/** The lists right below a place. A name is unique within a list. */
export type List = 'PLACES' | 'GRIDS' | 'ROOMS' | 'TEAMS';

export const listOfKind = {
  district: 'PLACES',
  street: 'PLACES',
  community: 'PLACES',
  grid: 'GRIDS',
  room: 'ROOMS',
  team: 'TEAMS',
} as const satisfies Record<Place['kind'] | 'team', List>;

export const PlaceItem = itemType({
  entity: 'place',
  schema: Place,
  key: ({ scope }: { scope: string }) => ({ pk: `PLACE#${scope}`, sk: 'PLACE' }),
  indexes: {
    byParent: ({ scope, kind }) => {
      const parent = parentOf(scope);
      return parent ? { pk: `${listOfKind[kind]}#${parent}`, sk: scope } : undefined;
    },
  },
});

export const TeamItem = itemType({
  entity: 'team',
  schema: Team,
  key: ({ scope }: { scope: string }) => ({ pk: `PLACE#${scope}`, sk: 'TEAM' }),
  indexes: { byParent: ({ scope }) => ({ pk: `TEAMS#${parentOf(scope)}`, sk: scope }) },
});

/** Who has a name below a place; being its own item keeps a name to one. It goes when its owner closes. */
export const NameItem = itemType({
  entity: 'name',
  schema: z.object({ parent: Scope, list: z.enum(['PLACES', 'GRIDS', 'ROOMS', 'TEAMS']), name: z.string() }),
  key: ({ parent, list, name }: { parent: string; list: List; name: string }) => ({
    pk: `PLACE#${parent}`,
    sk: `NAME#${list}#${sameName(name)}`,
  }),
});

/** A change, written with it and never altered. `accountId` is who made it. */
export const TreeChangeItem = itemType({
  entity: 'treeChange',
  schema: TreeChange.extend({ scope: Scope, key: z.string(), accountId: z.string() }),
  key: ({ scope, at, key }: { scope: string; at: string; key: string }) => ({
    pk: `PLACE#${scope}`,
    sk: `CHANGE#${at}#${key}`,
  }),
});

/** Two names that a person would read as the same are the same. */
function sameName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
