import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { Actor } from '../../platform/actor.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';

/*
 * What a series does, it does by the same services as people, with all their rules. In place of a receipt goes the write that remembers
 * that it was done: it is in the same transaction, and refuses a second time.
 */

/** A command on behalf of a team, as far as its leader may go. */
export function forTeam(scope: string, now: Instant, remember: (answer: never) => Write): Command {
  return command(new Actor({ accountId: 'series', grants: [{ role: 'teamLeader', scope }] }), now, remember);
}

/** A command on behalf of a volunteer who asked once for all. */
export function forVolunteer(volunteerId: string, scope: string, now: Instant, remember: () => Write): Command {
  const grants = [{ role: 'volunteer', scope }] as const;
  return command(new Actor({ accountId: 'series', volunteerId, grants }), now, remember);
}

function command(actor: Actor, now: Instant, remember: (answer: never) => Write): Command {
  return { actor, now, idempotencyKey: 'series', receipt: remember as (answer: unknown) => Write };
}
