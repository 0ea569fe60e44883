import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import type { Actor } from '../platform/actor.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { AbsorbedItem, MovedPoints, VolunteerAccount } from './points.table.ts';

/** The account that takes what a volunteer gets: her own, or after merges that of the record that stayed. */
export async function holderOf(table: Table, volunteerId: string, own: VolunteerAccount | undefined) {
  let [account, holder] = [own, volunteerId];
  const merges: string[] = [];
  while (account?.movedTo) {
    merges.push(account.movedTo.mergeId);
    holder = account.movedTo.volunteerId;
    account = await table.get(VolunteerAccount, { volunteerId: holder });
  }
  return { account, holder, merges };
}

/** The writes that count what came over merges among what they moved. */
export function alsoMoved(
  table: Table,
  merges: readonly string[],
  add: Pick<MovedPoints, 'points' | 'minutes' | 'carriedMinutes'>,
): Record<string, Write> {
  return Object.fromEntries(
    merges.map((mergeId) => [
      `moved ${mergeId}`,
      table.adjust(MovedPoints, { mergeId }, { add }, { is: { state: 'moved' } }),
    ]),
  );
}

/** The records that went into a volunteer's, along however many merges. */
export async function absorbedBy(table: Table, volunteerId: string): Promise<string[]> {
  const partition = `ACCOUNT#${volunteerAccount(volunteerId)}`;
  const { absorbed } = await table.collect(partition, { beginsWith: 'ABSORBED#' }, { absorbed: AbsorbedItem });
  const further = await Promise.all(absorbed.map(({ goes }) => absorbedBy(table, goes)));
  return [...absorbed.map(({ goes }) => goes), ...further.flat()];
}

/** Whether points are the actor's own: hers, or of a record that a merge made hers. */
export async function areOwn(table: Table, { ownVolunteerId: own }: Actor, volunteerId: string): Promise<boolean> {
  if (own === undefined) return false;
  return own === volunteerId || (await absorbedBy(table, own)).includes(volunteerId);
}
