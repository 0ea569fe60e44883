import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import type { Place, Team, TreeChange } from '@kaifong/shared/organisation/schema.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import { digestOf } from '../platform/digest.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { type List, PlaceItem, TeamItem, TreeChangeItem } from './organisation.table.ts';

/** Who changes the tree, when, and the key that tells it from any other change. */
type Change = Readonly<{ actor: Readonly<{ accountId: string }>; now: Instant; idempotencyKey: string }>;

/** What every change of the tree reads and writes. */
export function treeBooks(table: Table) {
  async function thingsIn(list: List, parent: Scope): Promise<(Place | Team)[]> {
    const things: (Place | Team)[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<Place | Team> = await table.query(list === 'TEAMS' ? TeamItem : PlaceItem, `${list}#${parent}`, {
        index: 'byParent',
        limit: 400,
        cursor,
      });
      things.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return things;
  }

  return {
    async mustFindPlace(scope: Scope): Promise<Place> {
      const place = await table.get(PlaceItem, { scope });
      if (!place) throw new AppError(placeErrors.unknown);
      return place;
    },

    /** All of a list below a place, closed ones too. */
    thingsIn,

    scopesIn: async (list: List, parent: Scope): Promise<Scope[]> =>
      (await thingsIn(list, parent)).map(({ scope }) => scope),

    /** The line of a change in the trail of what it changed. */
    trailOf({ actor, now: at, idempotencyKey }: Change, scope: Scope, line: Omit<TreeChange, 'at'>): Write {
      const key = digestOf(actor.accountId, idempotencyKey).slice(0, 12);
      return table.put(TreeChangeItem, { ...line, at, scope, key, accountId: actor.accountId }, { absent: true });
    },
  };
}
