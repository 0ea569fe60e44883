import type { ExchangeRow } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { nextAttemptAt } from '@kaifong/shared/attendance/exchange/rules.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { GatewayFault, type PartOutcome, type ProvincialSystem } from '../../platform/provincial-gateway.ts';
import { transact } from '../../platform/transact.ts';
import { within } from '../../platform/within.ts';
import type { AttendanceDeps } from '../deps.ts';
import { PushItem, pushesPartition, RefusedItem, refusedOf } from './exchange.table.ts';
import { exchangeRows } from './rows.ts';

/** How long one tick sends before it leaves the rest to the next, in milliseconds. */
const tickTime = 15_000;
/** Records that are read for a part, pushes that one tick looks at, and writes that fit into a transaction. */
const perPart = 90;
const pushesPerTick = 10;
const mostWrites = 90;

/** Sends what is due to the provincial system, part by part. */
export function sendingService(deps: AttendanceDeps) {
  const { table, province } = deps;
  const rows = exchangeRows(deps);

  async function partOf({ phase, dataset, from, until, pushId, cursor }: PushItem): Promise<Page<ExchangeRow>> {
    if (phase === 'rows') return rows.page(dataset, { place: district.scope, from, until }, { limit: perPart, cursor });
    const range = { beginsWith: 'REFUSED#' };
    const page = await table.query(RefusedItem, refusedOf(pushId), { range, limit: perPart, cursor });
    return { ...page, items: page.items.map(({ recordNumber, row }) => ({ ...row, recordNumber })) };
  }

  /** Puts a push down as it is now, unless another tick has done so meanwhile. */
  async function put(before: PushItem, after: PushItem, more: ReturnType<typeof writesOf> = {}) {
    const push = table.put(PushItem, after, { is: { version: before.version } });
    const { committed } = await transact(table.client, { push, ...more });
    return committed ? after : undefined;
  }

  function writesOf(push: PushItem, part: readonly ExchangeRow[], { refused }: PartOutcome, now: Instant) {
    const reasons = new Map(refused.map(({ recordNumber, reason }) => [recordNumber, reason]));
    const entries = part.flatMap((row) => {
      const { recordNumber } = row;
      const { pushId } = push;
      const reason = reasons.get(recordNumber);
      if (reason !== undefined) {
        return [[recordNumber, table.put(RefusedItem, { pushId, recordNumber, reason, row, at: now })] as const];
      }
      return push.phase === 'again'
        ? [[recordNumber, table.remove(RefusedItem, { pushId, recordNumber })] as const]
        : [];
    });
    return Object.fromEntries(entries);
  }

  function afterFault(push: PushItem, { kind, status }: GatewayFault, now: Instant): PushItem {
    const attempts = push.attempts + 1;
    const dueAt = nextAttemptAt(now, attempts);
    const { dueAt: _, ...rest } = push;
    const fault = { kind, at: now, ...(status !== undefined && { status }) };
    const after = { ...rest, attempts, fault, version: push.version + 1 };
    return dueAt === undefined ? { ...after, state: 'stopped' } : { ...after, dueAt };
  }

  /** Sends one part. @returns the push when there is more to send at once */
  async function step(push: PushItem, province: ProvincialSystem, now: Instant): Promise<PushItem | undefined> {
    const { items, cursor } = await partOf(push);
    let outcome: PartOutcome = { refused: [] };
    if (items.length > 0) {
      const key = `${push.pushId}-${push.round}-${push.part}`;
      try {
        outcome = await province.send({ key, dataset: push.dataset, rows: items });
      } catch (error) {
        if (!(error instanceof GatewayFault)) throw error;
        await put(push, afterFault(push, error, now));
        return undefined;
      }
    }
    const taken = items.length - outcome.refused.length;
    const { cursor: _, fault: __, dueAt: ___, ...rest } = push;
    const moved = {
      ...{ ...rest, attempts: 0, part: push.part + 1, version: push.version + 1 },
      accepted: push.accepted + taken,
      refused: push.phase === 'again' ? push.refused - taken : push.refused + outcome.refused.length,
    };
    const after: PushItem = cursor ? { ...moved, cursor, dueAt: now } : { ...moved, state: 'done', finishedAt: now };
    const writes = Object.entries(writesOf(push, items, outcome, now));
    // What does not fit into one transaction with the push goes before it: written twice, it is the same.
    while (writes.length > mostWrites) await transact(table.client, Object.fromEntries(writes.splice(0, mostWrites)));
    const stands = await put(push, after, Object.fromEntries(writes));
    return stands?.state === 'sending' ? stands : undefined;
  }

  return {
    /** Safe to run twice, or twice at once: a part that is sent twice has the same key, and is counted once. */
    async onTick(now: Instant): Promise<void> {
      if (!province) return;
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: pushesPerTick };
      const { items } = await table.query(PushItem, pushesPartition, due);
      const mayGoOn = within(tickTime);
      for (const { pushId } of items) {
        let push: PushItem | undefined = await table.get(PushItem, { pushId });
        while (push?.state === 'sending' && push.dueAt !== undefined && push.dueAt <= now && mayGoOn()) {
          push = await step(push, province, now);
        }
      }
    },
  };
}
