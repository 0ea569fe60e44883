import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';

const Person = z.object({ volunteerId: Id('volunteer'), name: z.string() });

/**
 * What was found about hours that are unlikely, with its facts. None says that somebody cheated: each asks a second person to look.
 *
 * `oneDevice`: so many people came by one browser within the window. `twoPlaces`: one person served at two places of a day with less time
 * between than the way takes. `mostlyTicked`: of a team's stays in the window, a leader's list says far more than codes do. `batchAtNight`:
 * one account confirmed so many services in one night, long after their shifts. `roundTimes`: of one team's stays that a leader entered
 * with other times than the shift's, nearly all begin and end on a full or half hour. `oneHand`: one account entered so many stays by hand, over
 * so many teams, each of which looks healthy by itself.
 */
export const DoubtFacts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oneDevice'), people: z.int() }),
  z.object({
    kind: z.literal('twoPlaces'),
    first: z.object({ shiftId: Id('shift'), title: z.string(), endedAt: Instant }),
    second: z.object({ shiftId: Id('shift'), title: z.string(), startedAt: Instant }),
    metres: z.int(),
    minutes: z.int(),
  }),
  z.object({ kind: z.literal('mostlyTicked'), ticked: z.int(), scanned: z.int() }),
  z.object({ kind: z.literal('batchAtNight'), records: z.int() }),
  z.object({ kind: z.literal('roundTimes'), round: z.int(), entered: z.int() }),
  z.object({ kind: z.literal('oneHand'), entered: z.int(), teams: z.int() }),
]);
export type DoubtFacts = z.infer<typeof DoubtFacts>;
export type DoubtKind = DoubtFacts['kind'];

/** `open` until a second person has looked; `explained` when the hours are right after all, `upheld` when they are to be taken back. */
export const DoubtState = z.enum(['open', 'explained', 'upheld']);
export type DoubtState = z.infer<typeof DoubtState>;

/** Hours that are unlikely, for the coordinators of the street. */
export const Doubt = z.object({
  id: Id('doubt'),
  facts: DoubtFacts,
  state: DoubtState,
  /** The team whose hours they are; of several, the one of the last record. */
  teamScope: Scope,
  /** The last day that the facts speak of. */
  day: Day,
  raisedAt: Instant,
  /** Whose hours they are, the first twenty, and how many in all. */
  people: z.array(Person),
  peopleInAll: z.int(),
  decision: z.object({ words: z.string(), at: Instant }).optional(),
  /** Whether somebody else has to decide: the asker entered or confirmed these hours, or they are her own. */
  isForOther: z.boolean(),
});
export type Doubt = z.infer<typeof Doubt>;

export const DoubtParams = z.object({ doubtId: Id('doubt') });
export type DoubtParams = z.infer<typeof DoubtParams>;

/** Those at a place and below: that wait, the oldest first, or that were decided. */
export const DoubtsQuery = PageQuery.extend({ place: Scope, state: z.enum(['open', 'decided']).default('open') });
export type DoubtsQuery = z.infer<typeof DoubtsQuery>;

/** What a second person found, in words that stay. */
export const DoubtDecision = z.object({
  outcome: z.enum(['explained', 'upheld'], { error: 'field.choice' }),
  words: z.string().trim().min(4).max(300),
});
export type DoubtDecision = z.infer<typeof DoubtDecision>;

export const DoubtStanding = z.object({ id: Id('doubt'), state: DoubtState });
export type DoubtStanding = z.infer<typeof DoubtStanding>;
