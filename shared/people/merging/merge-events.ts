import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Scope } from '../../organisation/scope.ts';
import { LikenessKind } from './merge-schema.ts';
import { mergeParts } from './merging.ts';

const Pair = z.object({ mergeId: Id('merge'), stays: Id('volunteer'), goes: Id('volunteer') });

/** Somebody came in who looks like people who are there. */
export const likenessFound = eventType(
  'people.likenessFound',
  z.object({
    pairs: z.array(z.object({ one: Id('volunteer'), other: Id('volunteer'), place: Scope, kind: LikenessKind })),
  }),
);

/** `by` answers for it: a coordinator's account. */
const Begun = Pair.extend({ by: Id('account') });

/** Two records are one person's: every context moves what it has of the one that goes to the one that stays. */
export const mergeBegun = eventType('people.mergeBegun', Begun);
/** They are not: every context moves back exactly what it moved. */
export const mergeUndoingBegun = eventType('people.mergeUndoingBegun', Begun);

/** A context has done its part of a merge, or of undoing it. */
export const mergePartDone = eventType(
  'people.mergePartDone',
  Pair.pick({ mergeId: true }).extend({ part: z.enum(mergeParts), way: z.enum(['there', 'back']) }),
);

/** All parts have been moved. */
export const recordsMerged = eventType('people.recordsMerged', Pair);
export const mergeUndone = eventType('people.mergeUndone', Pair);
