import type { Role } from '@kaifong/shared/identity/roles.ts';
import { isWithin, Scope } from '@kaifong/shared/organisation/scope.ts';
import type { Me } from './me.ts';

/** The branches of the tree on which a person holds a role, the widest ones only and in order. */
export function branchesOf(me: Me | null, role: Role): Scope[] {
  const scopes = [...new Set(me?.roles.filter((grant) => grant.role === role).map(({ scope }) => scope))].sort();
  return scopes.filter((scope) => !scopes.some((other) => other !== scope && isWithin(scope, other)));
}

/** `wished` when it lies in one of these branches, else the first of them. */
export function placeWithin(branches: readonly Scope[], wished: string | null): Scope | undefined {
  const isOwn = wished !== null && Scope.safeParse(wished).success && branches.some((own) => isWithin(wished, own));
  return isOwn ? wished : branches[0];
}
