import type { GrantSummary, GrantsQuery } from '@kaifong/shared/identity/grant-schema.ts';
import { deputisableRoles, mayEnd } from '@kaifong/shared/identity/granting.ts';
import { grantStateAt } from '@kaifong/shared/identity/roles.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import type { Request } from '../platform/request.ts';
import type { IdentityDeps } from './deps.ts';
import { Account, GrantItem, grantsOf } from './identity.table.ts';

/** Most deputies of one person that are shown. */
const deputiesShown = 20;

/** Reads who may do what. */
export function grantsService({ table }: IdentityDeps) {
  /** What accounts are called, those that have a name. */
  async function namesOf(ids: readonly (string | undefined)[]): Promise<Map<string, string>> {
    const known = [...new Set(ids)].filter((id) => id?.startsWith('acc_')).map((id) => ({ id: String(id) }));
    const names = new Map<string, string>();
    for (let start = 0; start < known.length; start += 100) {
      for (const account of await table.getAll(Account, known.slice(start, start + 100))) {
        if (account?.name) names.set(account.id, account.name);
      }
    }
    return names;
  }

  async function summariesOf({ actor, now }: Request, items: readonly GrantItem[]): Promise<GrantSummary[]> {
    const names = await namesOf(
      items.flatMap(({ accountId, grantedBy, deputyFor }) => [accountId, grantedBy, deputyFor]),
    );
    return items.map((grant) => {
      const { accountId, role, scope, from, until, grantedBy, deputyFor } = grant;
      return {
        ...{ accountId, role, scope, from, until },
        name: names.get(accountId),
        state: grantStateAt(grant, now),
        grantedBy: grantedBy && names.get(grantedBy),
        deputyFor: deputyFor && names.get(deputyFor),
        mayEnd: mayEnd(actor, grant, now) === 'may',
      };
    });
  }

  return {
    /** Who may do what on a place and on all below it, from the top down. Volunteers are not among them; `people` lists those. */
    async list(request: Request, { place, kind, limit, cursor }: GrantsQuery): Promise<Page<GrantSummary>> {
      request.actor.mustReach('grant.browse', { scope: place });
      if (kind === 'care') request.actor.mustReach('grant.browseCare', { scope: place });
      // Nothing that a scope or a role is made of sorts between the two ends but this place and what lies below it.
      const range = { from: `${place}#`, to: `${place}/~` };
      const page = await table.query(GrantItem, grantsOf(place, kind), { range, limit, cursor });
      return { ...page, items: await summariesOf(request, page.items) };
    },

    /** Who stands in for the person who asks, now or in days to come. */
    async deputies(request: Request): Promise<{ items: GrantSummary[] }> {
      const { actor, now } = request;
      const own = actor.grants.filter(({ role }) => deputisableRoles.some((each) => each === role));
      const pages = await Promise.all(
        own.map(({ role, scope }) =>
          table.query(GrantItem, GrantItem.key({ scope, role, accountId: '' }).pk, {
            range: { beginsWith: `${scope}#${role}#` },
            limit: 100,
          }),
        ),
      );
      const standingIn = pages
        .flatMap(({ items }) => items)
        .filter((grant) => grant.deputyFor === actor.accountId && grantStateAt(grant, now) !== 'over');
      return { items: await summariesOf(request, standingIn.slice(0, deputiesShown)) };
    },
  };
}
