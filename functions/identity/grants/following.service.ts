import { type GrantKind, grantStateAt, type HeldGrant } from '@kaifong/shared/identity/roles.ts';
import { type Day, type Instant, instantAt } from '@kaifong/shared/kernel/time.ts';
import { oldPathEndsAt } from '@kaifong/shared/organisation/rearranging.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, GrantItem, grantsOf } from '../identity.table.ts';
import { isSameGrant } from './grant-writes.ts';

/** A place that went over into another path on a day, by the word of an account. */
type Passage = Readonly<{ from: string; into: string; on: Day; by: string }>;

/** Grants read at a time. */
const pageSize = 50;

/** Lets roles follow a place to its new path. */
export function followingService({ table }: IdentityDeps, accounts: AccountService) {
  function followOne(
    accountId: string,
    grant: HeldGrant,
    { from, into, on, by }: Passage,
    now: Instant,
  ): Promise<true> {
    return untilSettled(async () => {
      const account = await table.get(Account, { id: accountId });
      const held = account?.grants.find((own) => isSameGrant(own, grant));
      if (!account || !held || grantStateAt(held, now) === 'over') return true;
      const follower = { ...held, scope: into, from: laterOf(held.from, instantAt(on, '00:00')) };
      if (account.grants.some((own) => isSameGrant(own, follower))) return true;
      const deed = { actor: { accountId: by }, now, idempotencyKey: `follow/${from}/${into}`, operation: 'clock' };
      const outcome = await transact(table.client, {
        ...accounts.regrant(account, [
          ...account.grants.filter((own) => own !== held),
          withinOldPath(held, on),
          follower,
        ]),
        audit: accounts.audit(deed, 'role.followed', `${accountId} ${held.role} ${into}`),
      });
      return outcome.committed || undefined;
    });
  }

  return {
    /**
     * Whoever holds a role on exactly this path holds it on the new one from the day on, for as long as before. On the old path they may bring
     * to an end what lies there; see `mayFinishFor`. A second call changes nothing.
     */
    async follow(passage: Passage, now: Instant): Promise<void> {
      const { from } = passage;
      for (const kind of ['staff', 'care'] satisfies GrantKind[]) {
        let cursor: string | undefined;
        do {
          const range = { from: `${from}#`, to: `${from}#~` };
          const page = await table.query(GrantItem, grantsOf(from, kind), { range, limit: pageSize, cursor });
          for (const { accountId, ...grant } of page.items) await followOne(accountId, grant, passage, now);
          cursor = page.cursor;
        } while (cursor);
      }
    },
  };
}

/** A grant on the old path, which ends with the time for bringing things to an end unless it ends before. */
function withinOldPath(held: HeldGrant, on: Day): HeldGrant {
  const end = oldPathEndsAt(on);
  return held.until !== undefined && held.until < end ? held : { ...held, until: end };
}

const laterOf = (one: Instant | undefined, other: Instant) => (one !== undefined && one > other ? one : other);
