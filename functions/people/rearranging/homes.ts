import type { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import type { Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';

/** By whose word and on which day homes move, and when it is done. */
export type HomeMove = Readonly<{ by: string; on: Day; now: Instant }>;

/** The writes by which somebody lives in another community; refused when she changed meanwhile. */
export async function homeWrites(
  { table, identity }: Pick<PeopleDeps, 'table' | 'identity'>,
  volunteer: Volunteer,
  into: string,
  { by, on, now }: HomeMove,
): Promise<Record<string, Write>> {
  const { id, accountId, community, version } = volunteer;
  const deed = { actor: { accountId: by }, now, idempotencyKey: `rehoming/${community}/${on}`, operation: 'clock' };
  return {
    volunteer: table.put(Volunteer, { ...volunteer, community: into, version: version + 1 }, { is: { version } }),
    ...(await identity.accounts.moveHome(accountId, community, into)),
    audit: identity.accounts.audit(deed, 'volunteer.rehomed', `${id} ${into}`),
  };
}
