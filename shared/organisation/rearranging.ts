import * as z from 'zod';
import { Day, day, Instant, instantAt, shiftBy } from '../kernel/time.ts';
import { named, reason } from './schema.ts';
import { Scope, ScopeParam } from './scope.ts';

/**
 * How places are laid out anew: a community is split into two, moves to another street, or is joined with all it holds to another one
 * of its street; a team moves to another community. Each can be taken back by its counterpart: what was split is joined, what moved moves back.
 */
export const rearrangementKinds = ['split', 'move', 'join', 'moveTeam'] as const;
export type RearrangementKind = (typeof rearrangementKinds)[number];

/** The most teams, and the most grids, that one split takes along. */
export const mostChosen = 60;

const what = { from: Scope, on: Day, reason };
const chosen = z.array(Scope).max(mostChosen);

/** `on` is the first day of the new order. `into` is a street for a community that moves, and a community otherwise. */
export const NewRearrangement = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('split'), ...what, ...named, teams: chosen, grids: chosen }),
    z.object({ kind: z.literal('move'), ...what, into: Scope }),
    z.object({ kind: z.literal('join'), ...what, into: Scope }),
    z.object({ kind: z.literal('moveTeam'), ...what, into: Scope }),
  ],
  { error: 'field.choice' },
);
export type NewRearrangement = z.output<typeof NewRearrangement>;

/** Scopes in one part of an address, apart by commas. */
const ChosenInAddress = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(ScopeParam).max(mostChosen));

export const PreviewQuery = z.object({
  kind: z.enum(rearrangementKinds, { error: 'field.choice' }),
  from: Scope,
  teams: ChosenInAddress.optional(),
  grids: ChosenInAddress.optional(),
});
export type PreviewQuery = z.output<typeof PreviewQuery>;

/**
 * What would go over: `people` live elsewhere afterwards, or for a team alone belong to one that stands elsewhere; `toPlace` are those of whom
 * a coordinator has to say where they belong, and `staying` those who stay.
 */
export const RearrangementPreview = z.object({
  people: z.int(),
  staying: z.int(),
  toPlace: z.int(),
  teams: z.int(),
  grids: z.int(),
  rooms: z.int(),
});
export type RearrangementPreview = z.infer<typeof RearrangementPreview>;

export const RearrangementBegun = z.object({ from: Scope, into: Scope, on: Day });

/** How far a rearrangement is: `places` went over so far, `people` followed, `toPlace` wait for a coordinator's word (up to 100). */
export const RearrangementReport = z.object({
  kind: z.enum(rearrangementKinds),
  from: Scope,
  into: Scope,
  on: Day,
  at: Instant,
  reason: z.string(),
  places: z.int(),
  people: z.int(),
  toPlace: z.int(),
  state: z.enum(['planned', 'underWay', 'done']),
});
export type RearrangementReport = z.infer<typeof RearrangementReport>;
export const RearrangementParams = z.object({ place: ScopeParam });

/** How long whoever held a role on the old path may bring to an end what lies there, such as confirming hours. In milliseconds. */
export const mayFinishFor = 90 * day;

/** When what somebody may do on an old path is over. */
export function oldPathEndsAt(on: Day): Instant {
  return shiftBy(instantAt(on, '00:00'), mayFinishFor);
}
