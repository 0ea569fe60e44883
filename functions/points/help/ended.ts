import { purgeFrom, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { helpEnded } from '@kaifong/shared/points/help/help-events.ts';
import type { HelpState } from '@kaifong/shared/points/help/help-schema.ts';
import { escrowAccount, transit } from '@kaifong/shared/points/ledger/accounts.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { alsoMoved, holderOf } from '../holder.ts';
import { movedAccount, movement } from '../movement.ts';
import { PostingItem, VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { HelpItem, OpenHelpItem, OpenHelps } from './help.table.ts';

export type EndState = Exclude<HelpState, 'asked' | 'planned'>;

/** Points out of escrow, on their way to an account that may lie in another shard. */
export function outOfEscrow(
  table: Table,
  { volunteerId }: Pick<HelpItem, 'volunteerId'>,
  points: number,
  reference: string,
  at: Instant,
): Record<string, Write> {
  const escrow = escrowAccount(shardOf(volunteerId));
  const legs = [
    { account: escrow, amount: -points },
    { account: transit, amount: points },
  ];
  return {
    escrow: movedAccount(table, escrow, -points),
    escrowOut: table.put(PostingItem, { reference, at, legs }, { absent: true }),
  };
}

/** What one was paid of all who helped. */
export function paidOf({ helped }: Pick<HelpItem, 'helped'>): number {
  return helped.reduce((sum, { paid }) => sum + paid, 0);
}

/**
 * The writes that end a request, or clear one that is over, as it was read: what is still held is hers again. The cap does not bind, since these
 * points were hers already, and they keep their age.
 */
export async function endedHelp(
  table: Table,
  help: HelpItem,
  { state, now, why }: Readonly<{ state: EndState; now: Instant; why?: string }>,
) {
  const { id, volunteerId, held, version, community, startsAt } = help;
  const isOpen = help.state === 'asked' || help.state === 'planned';
  const { dueAt: _over, ...rest } = help;
  const ending = isOpen ? { state, eraseAt: purgeFrom(retentionRules.helpWords, now) } : {};
  const after = { ...rest, ...ending, held: 0, version: version + 1, ...(why && { why }) };
  const writes: Record<string, Write> = {
    help: table.put(HelpItem, after, { is: { version } }),
    ...(held > 0 && (await givenBack(table, help, now))),
    ...(isOpen && {
      open: table.remove(OpenHelpItem, help),
      count: table.adjust(OpenHelps, { volunteerId }, { add: { open: -1 } }, { atLeast: { open: 1 } }),
    }),
  };
  const told = { volunteerId, helpId: id, startsAt, paid: paidOf(help), back: held };
  const events = isOpen && state !== 'withdrawn' ? [helpEnded.make(now, { ...told, state })] : [];
  return { community, after, writes, events };
}

async function givenBack(table: Table, help: HelpItem, at: Instant): Promise<Record<string, Write>> {
  const { id, volunteerId, held, version, kind } = help;
  const own = await table.get(VolunteerAccount, { volunteerId });
  const { account, merges } = await holderOf(table, volunteerId, own);
  if (!account) throw new Error(`${volunteerId} has points in escrow and no account`);
  const reference = `help/${id}/back/${version}`;
  const used = -Math.min(held, account.used);
  const move = { points: held, used, against: transit, reference: `${reference}/in`, at };
  return {
    ...movement(table, account, { ...move, kind: 'helpBack', about: kind }),
    ...outOfEscrow(table, help, held, reference, at),
    ...alsoMoved(table, merges, { points: held, minutes: 0, carriedMinutes: 0 }),
  };
}
