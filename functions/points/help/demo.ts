import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { escrowAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { movement } from '../movement.ts';
import type { VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { HelpItem, OpenHelpItem, OpenHelps, OwnHelpItem } from './help.table.ts';
import { sealedWords } from './words-of-help.ts';

/** What is asked for in the demo yesterday, for the day after tomorrow at three. */
export async function askedInDemo(
  sealer: Sealer,
  { volunteerId, community }: Readonly<{ volunteerId: string; community: string }>,
  now: Instant,
): Promise<HelpItem> {
  const askedAt = shiftBy(now, -day);
  const startsAt = instantAt(dayOf(shiftBy(now, 2 * day)), '15:00');
  const id = newId('help', Date.parse(askedAt));
  const words = { what: '教隔壁八十岁的梁婆婆用手机视频通话，她想跟外地的孙女说说话。', where: '多宝路 56 号之二 201' };
  return {
    ...{ id, volunteerId, community, askedAt, startsAt, endsAt: shiftBy(startsAt, hour), dueAt: startsAt },
    ...{ kind: 'phone', whose: 'neighbour', hours: 1, helpers: 1, state: 'asked', held: 1, helped: [], version: 0 },
    wordsSealed: await sealedWords(sealer, id, words),
  };
}

/** The writes that hold the points of a request over an account as it stands. */
export function heldInDemo(table: Table, account: VolunteerAccount, help: HelpItem) {
  const { id, volunteerId, held, askedAt, kind } = help;
  const escrow = escrowAccount(shardOf(volunteerId));
  const move = { points: -held, against: escrow, reference: `help/${id}`, at: askedAt };
  const { entry, posting } = movement(table, account, { ...move, kind: 'helpHeld', about: kind });
  const writes: Write[] = [
    ...[entry, posting],
    table.put(HelpItem, help),
    table.put(OwnHelpItem, help),
    table.put(OpenHelpItem, help),
    table.put(OpenHelps, { volunteerId, open: 1 }),
  ];
  const after = { ...account, balance: account.balance - held, used: account.used + held, seq: account.seq + 1 };
  return { writes, after, escrow };
}
