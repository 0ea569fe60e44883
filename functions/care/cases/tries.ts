import { careErrors } from '@kaifong/shared/care/errors.ts';
import { networkOf } from '@kaifong/shared/identity/sign-in-budget.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { epochSeconds, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { Context } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { transact } from '../../platform/transact.ts';
import { visitorAddress } from '../../platform/visitor.ts';
import { CareRate } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';

/** Where a stranger's request comes from; it is kept as a keyed digest, for two hours at most. */
export function networkAsking(context: Context<ApiEnv>): string {
  return networkOf(visitorAddress(context));
}

type Counted = Readonly<{ what: string; perHour: number }>;

/**
 * Counts a try in each of these and refuses it when any has had enough this hour.
 *
 * @throws AppError care.tooManyTries
 */
export async function countTries({ table, sealer }: CareDeps, all: readonly Counted[], now: Instant): Promise<void> {
  const hour = now.slice(0, 13);
  const purgeAt = epochSeconds(now) + 7200;
  const writes = all.map(async ({ what, perHour }) => {
    const subject = await sealer.blindIndex('tries', what);
    const change = { add: { count: 1 }, set: { subject, hour, purgeAt } };
    return table.adjust(CareRate, { subject, hour }, change, { below: { count: perHour } });
  });
  const outcome = await transact(table.client, Object.fromEntries(Object.entries(await Promise.all(writes))));
  if (!outcome.committed) throw new AppError(careErrors.tooManyTries, { minutes: 60 - Number(now.slice(14, 16)) });
}

/** Takes the tries back of somebody who did not guess. */
export async function takeBackTries({ table, sealer }: CareDeps, all: readonly Counted[], now: Instant): Promise<void> {
  const hour = now.slice(0, 13);
  const writes = all.map(async ({ what }) => {
    const subject = await sealer.blindIndex('tries', what);
    return table.adjust(CareRate, { subject, hour }, { add: { count: -1 } }, { present: true });
  });
  await transact(table.client, Object.fromEntries(Object.entries(await Promise.all(writes))));
}
