import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import {
  suspensionLifted,
  volunteerApproved,
  volunteerDeclined,
  volunteerSuspended,
  volunteerWithdrew,
} from '@kaifong/shared/people/events.ts';
import { type Move, mayMove, moves } from '@kaifong/shared/people/registration/moves.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import type { VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { MoveItem, Volunteer } from '../people.table.ts';
import { placeOf } from '../sealed-places.ts';
import { awaitsGuardian } from './guardian-consent.ts';

/** What is told of a move; of the others nobody else needs to know. */
const told = {
  approve: volunteerApproved,
  decline: volunteerDeclined,
  suspend: volunteerSuspended,
  lift: suspensionLifted,
  withdraw: volunteerWithdrew,
} as const;

/** A move about to be made: the writes, refused when the volunteer changed since it was read, and what is told of it. */
export type PreparedMove = Readonly<{
  moved: Volunteer;
  writes: Record<'volunteer' | 'history' | 'audit', Write>;
  events: DomainEvent[];
}>;

/** A digest of who moves by which command. */
export function moverOf({ actor, idempotencyKey }: Command): string {
  return digestOf(actor.accountId, idempotencyKey).slice(0, 22);
}

/**
 * @throws AppError people.cannotMove when the table of moves knows no such way; people.guardianAwaited when somebody under 18 is to be
 * let in whose guardian has not consented
 */
export async function prepareMove(
  { table, sealer, identity }: Pick<PeopleDeps, 'table' | 'sealer' | 'identity'>,
  command: Command,
  volunteer: Volunteer,
  { move, reason }: Readonly<{ move: Move; reason?: string | undefined }>,
): Promise<PreparedMove> {
  const { id, state: from, version, accountId, community } = volunteer;
  if (!mayMove(from, move)) throw new AppError(peopleErrors.cannotMove, { state: stateNames[from] });
  if (move === 'approve' && (await awaitsGuardian({ table }, volunteer))) {
    throw new AppError(peopleErrors.guardianAwaited);
  }
  const { now } = command;
  // Who never confirmed what was taken down for her applies again by confirming it.
  const to: VolunteerState = move === 'applyAgain' && isUnconfirmed(volunteer) ? 'unconfirmed' : moves[move].to;
  const { endedAt: _, ...going } = volunteer;
  const moved = {
    ...going,
    state: to,
    ...((move === 'applyAgain' || move === 'confirm') && { appliedAt: now }),
    ...((move === 'approve' || move === 'decline') && { decidedAt: now }),
    ...((to === 'withdrawn' || to === 'declined') && { endedAt: now }),
    movedBy: moverOf(command),
    version: version + 1,
  };
  const history = {
    volunteerId: id,
    version: moved.version,
    at: now,
    move,
    from,
    to,
    ...(reason && { reasonSealed: await sealer.seal(reason, placeOf(id).moveReason(moved.version)) }),
  };
  const event = move in told ? told[move as keyof typeof told] : undefined;
  return {
    moved,
    writes: {
      volunteer: table.put(Volunteer, moved, { is: { state: from, version } }),
      history: table.put(MoveItem, history, { absent: true }),
      audit: identity.accounts.audit(command, `volunteer.${move}`, `${id} ${community}`),
    },
    events: event ? [event.make(now, { volunteerId: id, accountId, community })] : [],
  };
}

function isUnconfirmed({ registeredBy, consents }: Volunteer): boolean {
  return registeredBy === 'paper' && consents.every(({ on }) => on === 'paper');
}
