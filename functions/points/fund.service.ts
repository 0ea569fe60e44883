import type { Fund, FundMovement, FundQuery } from '@kaifong/shared/points/giving/fund-schema.ts';
import { communityFund } from '@kaifong/shared/points/ledger/accounts.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { LedgerAccount, type Posted, PostingItem } from './points.table.ts';

/** The funds of communities, to those who look after them. */
export function fundService({ table }: Readonly<{ table: Table }>) {
  return {
    /** What the fund of a community holds, and what moved it, newest first. */
    async read({ actor }: Request, { community, limit, cursor }: FundQuery): Promise<Fund> {
      actor.mustReach('fund.read', { scope: community });
      const account = communityFund(community);
      const [fund, page] = await Promise.all([
        table.get(LedgerAccount, { account }),
        table.query(PostingItem, account, { index: 'byFund', limit, cursor, newestFirst: true }),
      ]);
      return { ...page, items: page.items.map((posting) => movementOf(posting, account)), balance: fund?.balance ?? 0 };
    },
  };
}

function movementOf({ at, legs, reference }: Posted, fund: string): FundMovement {
  const points = legs.reduce((sum, { account, amount }) => sum + (account === fund ? amount : 0), 0);
  const kind = reference.startsWith('gift/') ? 'given' : points < 0 ? 'takenBack' : 'overCap';
  return { at, points, kind };
}
