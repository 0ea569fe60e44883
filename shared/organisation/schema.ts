import * as z from 'zod';
import { PageQuery } from '../kernel/paging.ts';
import { Day } from '../kernel/time.ts';
import { Scope } from './scope.ts';
import { TeamKind } from './team-kinds.ts';

/** A part of the tree. Names are as the place writes them; streets carry a hand-made Traditional and English form. */
export const Place = z.object({
  scope: Scope,
  kind: z.enum(['district', 'street', 'community']),
  name: z.string(),
  nameHant: z.string().optional(),
  nameEn: z.string().optional(),
  /** WGS-84 degrees. */
  longitude: z.number().optional(),
  latitude: z.number().optional(),
  validFrom: Day,
  validTo: Day.optional(),
});
export type Place = z.infer<typeof Place>;

/** A team of volunteers; its scope is its community's with its own number. */
export const Team = z.object({
  scope: Scope,
  kind: TeamKind,
  name: z.string(),
});
export type Team = z.infer<typeof Team>;

export const PlacesQuery = PageQuery.extend({ parent: Scope.default('440103') });
export const TeamsQuery = PageQuery.extend({ place: Scope });
