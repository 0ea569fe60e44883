import type { HeldGrant } from '@kaifong/shared/identity/roles.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { Actor } from '../platform/actor.ts';
import type { Command } from '../platform/request.ts';
import { home, type TestDistrict } from './district.ts';

/** By what the receipt of a command is kept. */
export const receiptKey = ({ actor, idempotencyKey }: Pick<Command, 'actor' | 'idempotencyKey'>) => ({
  owner: actor.accountId,
  key: idempotencyKey,
  digest: 'digest',
});

/** A command of a volunteer, or of whoever holds these grants, as the API hands it to a service. */
export function aCommand(
  district: TestDistrict,
  volunteerId: string,
  operation: string,
  grants: HeldGrant[] = [{ role: 'volunteer', scope: home.community }],
): Command {
  const actor = new Actor({ accountId: volunteerId, volunteerId, grants });
  const idempotencyKey = newId('event', 0);
  const { now } = district.clock;
  const key = receiptKey({ actor, idempotencyKey });
  const receipt = (answer: unknown) => district.kit.receipts.keep(key, answer, now);
  return { actor, now, operation, idempotencyKey, receipt };
}
