import * as z from 'zod';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { RoomKind } from './room-kinds.ts';
import { Scope, ScopeParam } from './scope.ts';
import { TeamBrand } from './team-brands.ts';
import { TeamKind } from './team-kinds.ts';

/** The name of a place or a team, as it stands on its door. */
export const TreeName = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}\s·•（）()—’'.-]*$/u, { error: 'tree.nameInvalid' });

/**
 * A part of the tree. Names are as the place writes them, with a Traditional and an English form made by hand. It is there from
 * `validFrom` on, and no longer on the day `validTo`; a closed place keeps its path, and `successor` is the one it went over into, and `predecessor` the
 * one it came from, or was split off from.
 */
export const Place = z.object({
  scope: Scope,
  kind: z.enum(['district', 'street', 'community', 'grid', 'room']),
  name: z.string(),
  nameHant: z.string().optional(),
  nameEn: z.string().optional(),
  /** WGS-84 degrees. */
  longitude: z.number().optional(),
  latitude: z.number().optional(),
  roomKind: RoomKind.optional(),
  /** Where a room is, for somebody at the door: 二楼 203. */
  whereabouts: z.string().optional(),
  validFrom: Day,
  validTo: Day.optional(),
  successor: Scope.optional(),
  predecessor: Scope.optional(),
});
export type Place = z.infer<typeof Place>;

/** A team of volunteers; its scope is its place's with its own number. Effective days as for a place. */
export const Team = z.object({
  scope: Scope,
  kind: TeamKind,
  name: z.string(),
  nameHant: z.string().optional(),
  nameEn: z.string().optional(),
  brand: TeamBrand.optional(),
  validFrom: Day.optional(),
  validTo: Day.optional(),
  successor: Scope.optional(),
  predecessor: Scope.optional(),
});
export type Team = z.infer<typeof Team>;

/** What of the tree lies right below a place: streets or communities, grids, or rooms of its governance centre. */
export const PlacesQuery = PageQuery.extend({
  parent: Scope.default('440103'),
  list: z.enum(['places', 'grids', 'rooms'], { error: 'field.choice' }).default('places'),
});
export const TeamsQuery = PageQuery.extend({ place: Scope });
export const PlaceParams = z.object({ place: ScopeParam });
export const TeamParams = z.object({ team: ScopeParam });

export const named = { name: TreeName, nameHant: TreeName, nameEn: TreeName.optional() };
/** The day from which it is there; today when not said. */
const from = { validFrom: Day.optional() };

/** Something new right below a place. A room may go by the name of its kind. */
export const NewPlace = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('community'), parent: Scope, ...named, ...from }),
    z.object({ kind: z.literal('grid'), parent: Scope, ...named, ...from }),
    z.object({
      kind: z.literal('room'),
      parent: Scope,
      roomKind: RoomKind,
      name: TreeName.optional(),
      nameHant: TreeName.optional(),
      whereabouts: z.string().trim().max(60).optional(),
      ...from,
    }),
  ],
  { error: 'field.choice' },
);
export type NewPlace = z.output<typeof NewPlace>;

export const NewTeam = z.object({
  place: Scope,
  kind: TeamKind,
  ...named,
  brand: TeamBrand.optional(),
  ...from,
});
export type NewTeam = z.output<typeof NewTeam>;

export const Renaming = z.object(named);
export type Renaming = z.output<typeof Renaming>;

export const reason = z.string().trim().min(2).max(200);

/** `on` is the first day on which the place or team is no longer there. `into` is the community that takes over. */
export const Closing = z.object({ on: Day, reason, into: Scope.optional() });
export type Closing = z.output<typeof Closing>;

export const treeChanges = ['added', 'renamed', 'closed', 'merged', 'split', 'moved'] as const;

/** What was changed about a place or a team, as its trail tells it. `on` is the day from which it holds. */
export const TreeChange = z.object({
  at: Instant,
  what: z.enum(treeChanges),
  name: z.string(),
  formerName: z.string().optional(),
  on: Day.optional(),
  reason: z.string().optional(),
  successor: Scope.optional(),
  predecessor: Scope.optional(),
});
export type TreeChange = z.infer<typeof TreeChange>;
