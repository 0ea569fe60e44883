import type { Instant } from '@kaifong/shared/kernel/time.ts';
import {
  escrowAccount,
  expiryAccount,
  issueAccount,
  mayOwe,
  rewardAccount,
  volunteerAccount,
} from '@kaifong/shared/points/ledger/accounts.ts';
import { type Discrepancy, inWords, type Posting } from '@kaifong/shared/points/ledger/ledger.ts';
import type { AnyItemType, ValueOf } from '../platform/item-type.ts';
import { pause } from '../platform/retry.ts';
import type { QueryOptions, Table } from '../platform/table.ts';
import { Alert } from '../platform/tick.ts';
import {
  LedgerAccount,
  ListedLedgerAccount,
  ListedVolunteerAccount,
  PostingItem,
  VolunteerAccount,
} from './points.table.ts';
import { shards, shardWhoseTurn } from './shards.ts';

/** What a reconciliation read, and what it found wrong. */
export type Reconciled = Readonly<{ accounts: number; postings: number; found: Discrepancy[] }>;

/** How often an account that differs is looked at again before it is said: it may move, and an index comes late. */
const looks = 4;

/** Adds every account up again from its postings and holds that against its balance. It reads the books while they are written. */
export function reconciliationService({ table }: Readonly<{ table: Table }>) {
  async function* pages<Type extends AnyItemType>(type: Type, partition: string, options: Omit<QueryOptions, 'limit'>) {
    let cursor: string | undefined;
    do {
      const page = await table.query(type, partition, { ...options, limit: 1000, cursor });
      yield page.items as ValueOf<Type>[];
      cursor = page.cursor;
    } while (cursor);
  }

  /** What was posted to each account, over the postings of a range of an index. */
  async function posted(partition: string, options: Omit<QueryOptions, 'limit'>) {
    const sums = new Map<string, number>();
    let postings = 0;
    for await (const page of pages(PostingItem, partition, options)) {
      postings += page.length;
      for (const { legs } of page as Posting[]) {
        for (const { account, amount } of legs) sums.set(account, (sums.get(account) ?? 0) + amount);
      }
    }
    return { sums, postings };
  }

  async function volunteersIn(shard: string): Promise<string[]> {
    const range = { beginsWith: volunteerAccount('') };
    const ids: string[] = [];
    for await (const page of pages(ListedVolunteerAccount, `ACCOUNTS#${shard}`, { index: 'byShard', range })) {
      for (const { volunteerId } of page) ids.push(volunteerId);
    }
    return ids;
  }

  async function fundsIn(shard: string): Promise<string[]> {
    const range = { beginsWith: 'fund:' };
    const names: string[] = [];
    for await (const page of pages(ListedLedgerAccount, `ACCOUNTS#${shard}`, { index: 'byShard', range })) {
      for (const { account } of page) names.push(account);
    }
    return names;
  }

  /** The balances of volunteers by the names of their accounts, as they are now. */
  async function balancesOf(volunteerIds: readonly string[]): Promise<Map<string, number>> {
    const balances = new Map<string, number>();
    for (let from = 0; from < volunteerIds.length; from += 100) {
      const some = volunteerIds.slice(from, from + 100);
      const accounts = await table.getAll(
        VolunteerAccount,
        some.map((volunteerId) => ({ volunteerId })),
      );
      for (const [at, volunteerId] of some.entries()) {
        balances.set(volunteerAccount(volunteerId), accounts[at]?.balance ?? 0);
      }
    }
    return balances;
  }

  const balanceOf = async (account: string): Promise<number> => {
    const volunteerId = account.startsWith(volunteerAccount(''))
      ? account.slice(volunteerAccount('').length)
      : undefined;
    const item = volunteerId
      ? await table.get(VolunteerAccount, { volunteerId })
      : await table.get(LedgerAccount, { account });
    return item?.balance ?? 0;
  };

  /**
   * Looks at one account until it stands still: what it should be, and what it is. `undefined` when it is sound, or moves all the time, in
   * which case it has its turn again with its shard.
   */
  async function closely(account: string, postedTo: () => Promise<number>): Promise<Discrepancy | undefined> {
    let found: Discrepancy | undefined;
    for (let look = 0; look < looks; look += 1) {
      if (look > 0) await pause(look + 2);
      const before = await balanceOf(account);
      const should = await postedTo();
      const balance = await balanceOf(account);
      if (before !== balance) found = undefined;
      else if (balance < 0 && !mayOwe(account)) return { kind: 'belowZero', account, balance };
      else if (balance === should) return undefined;
      else found = { kind: 'differs', account, posted: should, balance };
    }
    return found;
  }

  const inShard = { index: 'byShard' } as const;

  /** A shard: its volunteers, its accounts of issue, reward, expiry and escrow, and the funds that lie there. */
  async function shard(name: string): Promise<Reconciled> {
    const partition = `POSTINGS#${name}`;
    const [{ sums, postings }, volunteerIds, funds] = await Promise.all([
      posted(partition, inShard),
      volunteersIn(name),
      fundsIn(name),
    ]);
    const listed = await balancesOf(volunteerIds);
    const hers = new Set([
      ...listed.keys(),
      ...[...sums.keys()].filter((account) => account.startsWith(volunteerAccount(''))),
    ]);
    const found: (Discrepancy | undefined)[] = [];
    for (const account of hers) {
      if (listed.get(account) === (sums.get(account) ?? 0)) continue;
      const range = { beginsWith: `${account}#` };
      found.push(
        await closely(account, async () => (await posted(partition, { ...inShard, range })).sums.get(account) ?? 0),
      );
    }
    const common = [issueAccount(name), rewardAccount(name), expiryAccount(name), escrowAccount(name)];
    for (const account of common) {
      if ((await balanceOf(account)) === (sums.get(account) ?? 0)) continue;
      found.push(await closely(account, async () => (await posted(partition, inShard)).sums.get(account) ?? 0));
    }
    for (const account of funds) {
      found.push(
        await closely(account, async () => (await posted(account, { index: 'byFund' })).sums.get(account) ?? 0),
      );
    }
    return { accounts: hers.size + common.length + funds.length, postings, found: found.filter((one) => !!one) };
  }

  return {
    shard,

    /** All of the books. */
    async all(): Promise<Reconciled> {
      let all: Reconciled = { accounts: 0, postings: 0, found: [] };
      const queue = [...shards];
      await Promise.all(
        [1, 2, 3, 4].map(async () => {
          for (let name = queue.pop(); name; name = queue.pop()) {
            const { accounts, postings, found } = await shard(name);
            all = {
              accounts: all.accounts + accounts,
              postings: all.postings + postings,
              found: [...all.found, ...found],
            };
          }
        }),
      );
      return all;
    },

    /**
     * The shard whose turn it is at this minute, if it is one's.
     *
     * @throws Alert with the accounts that do not add up
     */
    async checkNext(now: Instant): Promise<void> {
      const name = shardWhoseTurn(now);
      if (!name) return;
      const { found } = await shard(name);
      if (found.length > 0) throw new Alert('points do not add up', { accounts: inWords(found) });
    },
  };
}
