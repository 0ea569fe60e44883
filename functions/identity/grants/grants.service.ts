import type { GrantSummary, GrantsQuery } from '@kaifong/shared/identity/grant-schema.ts';
import { deputisableRoles, mayEnd } from '@kaifong/shared/identity/granting.ts';
import { effectiveGrants, grantStateAt, type Role } from '@kaifong/shared/identity/roles.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin, lineageOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { Request } from '../../platform/request.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, GrantItem, grantsOf } from '../identity.table.ts';

/** Most deputies of one person that are shown. */
const deputiesShown = 20;

/** Reads who may do what. */
export function grantsService({ table }: IdentityDeps) {
  /** What accounts are called, those that have a name. */
  async function namesOf(ids: readonly (string | undefined)[]): Promise<Map<string, string>> {
    const known = [...new Set(ids)].flatMap((id) => (id?.startsWith('acc_') ? [id] : []));
    const accounts = await accountsOf(known);
    return new Map(accounts.flatMap(({ id, name }) => (name ? [[id, name]] : [])));
  }

  async function accountsOf(ids: readonly string[]): Promise<Account[]> {
    const accounts: Account[] = [];
    for (let start = 0; start < ids.length; start += 100) {
      const rows = await table.getAll(
        Account,
        ids.slice(start, start + 100).map((id) => ({ id })),
      );
      accounts.push(...rows.filter((row) => row !== undefined));
    }
    return accounts;
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
    namesOf,

    /** Who may do what on a place and on all below it, from the top down. Volunteers are not among them; `people` lists those. */
    async list(request: Request, { place, kind, limit, cursor }: GrantsQuery): Promise<Page<GrantSummary>> {
      request.actor.mustReach('grant.browse', { scope: place });
      if (kind === 'care') request.actor.mustReach('grant.browseCare', { scope: place });
      // Nothing that a scope or a role is made of sorts between the two ends but this place and what lies below it.
      const range = { from: `${place}#`, to: `${place}/~` };
      const page = await table.query(GrantItem, grantsOf(place, kind), { range, limit, cursor });
      return { ...page, items: await summariesOf(request, page.items) };
    },

    /** The open accounts that hold a role on a place or above it now, as they themselves say; how they are found is by scope. */
    async holders(role: Role, place: Scope, now: Instant): Promise<Pick<Account, 'id' | 'volunteerId'>[]> {
      const found = new Set<string>();
      for (const scope of lineageOf(place)) {
        const range = { beginsWith: `${scope}#${role}#` };
        const partition = GrantItem.key({ scope, role, accountId: '' }).pk;
        const { grants } = await table.collect(partition, range, { grants: GrantItem });
        for (const { accountId } of grants) found.add(accountId);
      }
      const holds = ({ closedAt, grants }: Account) =>
        closedAt === undefined &&
        effectiveGrants(grants, now).some((own) => own.role === role && isWithin(place, own.scope));
      return (await accountsOf([...found])).filter(holds).map(({ id, volunteerId }) => ({ id, volunteerId }));
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
