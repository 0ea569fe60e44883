import type { Grant } from '@kaifong/shared/identity/roles.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { digestOf } from '../platform/digest.ts';
import type { Write } from '../platform/transact.ts';
import type { IdentityDeps } from './deps.ts';
import { Account, AuditLine, MobileOwner } from './identity.table.ts';

/** Who did something, when, and the key that tells it from any other deed: a command is one. */
export type Deed = Readonly<{ actor: Readonly<{ accountId: string }>; now: Instant; idempotencyKey: string }>;

/** What other contexts write into accounts, always inside their own transaction. */
export function accountService({ table, sealer }: IdentityDeps) {
  return {
    /**
     * The write that makes an account a volunteer's. It is refused when the account changed meanwhile.
     *
     * @throws AppError platform.signInNeeded when there is no such account
     */
    async linkVolunteer(accountId: string, volunteer: { id: string; name: string; scope: string }): Promise<Write> {
      const account = await table.get(Account, { id: accountId });
      if (!account) throw new AppError(platformErrors.signInNeeded);
      const grants: Grant[] = [...account.grants, { role: 'volunteer', scope: volunteer.scope }];
      const linked = {
        ...account,
        grants,
        volunteerId: volunteer.id,
        name: volunteer.name,
        version: account.version + 1,
      };
      return table.put(Account, linked, { is: { version: account.version, volunteerId: undefined } });
    },

    /** The writes that open an account for a number in E.164 form that has none; refused when it has one. */
    async open(person: {
      mobile: string;
      name: string;
      grants: Grant[];
      volunteerId?: string;
      now: Instant;
    }): Promise<{ accountId: string; writes: { account: Write; mobile: Write } }> {
      const { mobile, now, ...rest } = person;
      const id = newId('account', Date.parse(now));
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      const mobileSealed = await sealer.seal(mobile, `account/${id}/mobile`);
      return {
        accountId: id,
        writes: {
          account: table.put(
            Account,
            { id, mobileSealed, ...rest, epoch: 0, version: 0, createdAt: now },
            { absent: true },
          ),
          mobile: table.put(MobileOwner, { mobileIndex, accountId: id }, { absent: true }),
        },
      };
    },

    /** The account of a number in E.164 form. */
    async accountOf(mobile: string): Promise<string | undefined> {
      const mobileIndex = await sealer.blindIndex('mobile', mobile);
      return (await table.get(MobileOwner, { mobileIndex }))?.accountId;
    },

    /** The audit line of a deed, to be written with it. `target` is an id, never a person's data. */
    audit(deed: Deed, action: string, target: string): Write {
      const { now: at, actor, idempotencyKey } = deed;
      const key = digestOf(actor.accountId, idempotencyKey, action, target).slice(0, 16);
      const line = { day: dayOf(at), at, key, accountId: actor.accountId, action, target };
      return table.put(AuditLine, line, { absent: true });
    },
  };
}
