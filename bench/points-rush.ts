import { Actor } from '@kaifong/functions/platform/actor.ts';
import { Receipts } from '@kaifong/functions/platform/receipts.ts';
import type { Command } from '@kaifong/functions/platform/request.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import { transact } from '@kaifong/functions/platform/transact.ts';
import { RewardItem } from '@kaifong/functions/points/rewards/rewards.table.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { rewardErrors } from '@kaifong/shared/points/errors.ts';
import { engineUnderTest, surroundingsOver } from './machine-under-test.ts';
import type { Figures } from './run.ts';

const place = '440103/001/001';
const crowd = 500;
const stock = 20;
const cost = 120;
const hours = 150;

/** 500 people who redeem the last 20 of a reward at the same moment; every point is counted afterwards. */
export async function rush(serviceOf: (volunteerId: string, seq: number) => ServiceRecorded): Promise<Figures> {
  const { engine, stop } = await engineUnderTest();
  try {
    const { surroundings } = await surroundingsOver(engine);
    const { ledger, redemptions, accounts, reconciliation } = contextsIn(surroundings).points;
    const table = new Table(surroundings.client, surroundings.tableName('points'));
    const receipts = new Receipts(new Table(surroundings.client, surroundings.tableName('platform')));
    const now = toInstant(Date.now());
    const today = dayOf(now);
    const id = newId('reward', Date.now());
    const offer = { title: '雨伞', givenBy: '社区服务站', place, pickUpAt: '社区服务站', cost, limitPerPerson: 1 };
    const days = { startsOn: today, endsOn: today, keptDays: 14 };
    await transact(table.client, {
      reward: table.put(RewardItem, { id, ...offer, ...days, stock, left: stock, state: 'offered' }),
    });
    const people = Array.from({ length: crowd }, (_, index) => newId('volunteer', index));
    for (const volunteerId of people) await ledger.book({ ...serviceOf(volunteerId, 1), minutes: hours * 60 }, now);

    const began = performance.now();
    const answers = await Promise.all(
      people.map((volunteerId) => redemptions.redeem(commandOf(volunteerId), id).then(() => 'redeemed', refusal)),
    );
    const seconds = (performance.now() - began) / 1000;

    const balances = await Promise.all(
      people.map(async (volunteerId) => (await accounts.summary(commandOf(volunteerId))).balance),
    );
    const redeemed = answers.filter((answer) => answer === 'redeemed').length;
    const refused = answers.filter((answer) => answer === rewardErrors.soldOut.code).length;
    const lost = crowd * hours - redeemed * cost - balances.reduce((sum, balance) => sum + balance, 0);
    const { found } = await reconciliation.all();
    if (redeemed !== stock || redeemed + refused !== crowd || lost !== 0 || found.length > 0)
      throw new Error(`${redeemed} redeemed, ${refused} were refused, ${lost} points are lost, ${found.length} differ`);
    return { rush: { people: crowd, redeemed, refused, points_lost: lost }, rush_s: Number(seconds.toFixed(1)) };

    function commandOf(volunteerId: string): Command {
      const idempotencyKey = newId('event', 0);
      const key = { owner: volunteerId, key: idempotencyKey, digest: 'digest' };
      return {
        actor: new Actor({ accountId: volunteerId, volunteerId, grants: [{ role: 'volunteer', scope: place }] }),
        now,
        operation: 'redeemReward',
        idempotencyKey,
        receipt: (answer) => receipts.keep(key, answer, now),
      };
    }
  } finally {
    await stop();
  }
}

/** What somebody was told who got none. */
function refusal(error: unknown): string {
  if (error instanceof AppError) return error.definition.code;
  throw error;
}
