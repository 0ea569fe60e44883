import { grantErrors } from '@kaifong/shared/identity/grant-errors.ts';
import { administratorRoles, conflictOf, isAdministrator } from '@kaifong/shared/identity/granting.ts';
import { type Grant, grantStateAt, type HeldGrant, type Role } from '@kaifong/shared/identity/roles.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { AdministratorSeat, GrantItem } from '../identity.table.ts';

/** Whether two grants are of the same role on the same scope. */
export const isSameGrant = (one: Grant, other: Grant) => one.role === other.role && one.scope === other.scope;

/**
 * The grants of an account with these beside them, in the place of any on the same scope, and without what has lapsed.
 *
 * @throws AppError grant.twoAdministrators, grant.administratorInCare
 */
export function withGrants(held: readonly HeldGrant[], added: readonly HeldGrant[], now: Instant): HeldGrant[] {
  const kept = held.filter(
    (grant) => grantStateAt(grant, now) !== 'over' && !added.some((each) => isSameGrant(each, grant)),
  );
  const all = [...kept, ...added];
  for (const { role } of added) {
    const conflict = conflictOf(all, role, now);
    if (!conflict) continue;
    const areBoth = isAdministrator(role) && isAdministrator(conflict);
    throw new AppError(areBoth ? grantErrors.twoAdministrators : grantErrors.administratorInCare);
  }
  return all;
}

/**
 * What has to be written beside an account whose grants change: where they are found by scope, and the seat of an administrator, which is refused
 * when the person took another one meanwhile.
 */
export function grantWrites(
  table: Table,
  accountId: string,
  before: readonly HeldGrant[],
  after: readonly HeldGrant[],
): Record<string, Write> {
  const listed = (grants: readonly HeldGrant[]) => grants.filter(({ role }) => role !== 'volunteer');
  const writes: Record<string, Write> = {};
  for (const grant of listed(before)) {
    if (after.some((other) => isSameGrant(other, grant))) continue;
    writes[nameOf(grant)] = table.remove(GrantItem, { ...grant, accountId });
  }
  for (const grant of listed(after)) {
    if (!before.includes(grant)) writes[nameOf(grant)] = table.put(GrantItem, { ...grant, accountId });
  }
  const [seatBefore, seat] = [administratorAmong(before), administratorAmong(after)];
  if (seat !== seatBefore) {
    writes.administrator = seat
      ? table.put(
          AdministratorSeat,
          { accountId, role: seat },
          seatBefore ? { is: { role: seatBefore } } : { absent: true },
        )
      : table.remove(AdministratorSeat, { accountId });
  }
  return writes;
}

const nameOf = ({ role, scope }: Grant) => `grant ${role} ${scope}`;

function administratorAmong(grants: readonly HeldGrant[]): Role | undefined {
  return administratorRoles.find((role) => grants.some((grant) => grant.role === role));
}
