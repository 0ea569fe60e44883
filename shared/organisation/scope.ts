import * as z from 'zod';

/**
 * A place in the tree, as the path that leads to it: district `440103`, street `440103/001`, community
 * `440103/001/004`; below any of these a team, `440103/001/004/T0007`, or a room, `440103/001/R002`; below a community a
 * grid, `440103/001/004/G003`.
 */
export const Scope = z
  .string()
  .regex(/^\d{6}((\/\d{3}){0,2}(\/(T\d{4}|R\d{3}))?|(\/\d{3}){2}\/G\d{3})$/, { error: 'field.choice' });
export type Scope = z.infer<typeof Scope>;

/** A scope as one part of an address, `440103-001-004-T0007`. */
export const ScopeParam = z
  .string()
  .regex(/^\d{6}(-\d{3}){0,2}(-[TGR]\d{3,4})?$/)
  .transform((text) => text.replaceAll('-', '/'))
  .pipe(Scope);

/** How a scope is written as one part of an address. */
export function scopeParam(scope: Scope): string {
  return scope.replaceAll('/', '-');
}

export type ScopeKind = 'district' | 'street' | 'community' | 'grid' | 'room' | 'team';

const lettered: Readonly<Record<string, ScopeKind>> = { T: 'team', G: 'grid', R: 'room' };

export function kindOf(scope: Scope): ScopeKind {
  const kind = lettered[scope[scope.lastIndexOf('/') + 1] ?? ''];
  if (kind) return kind;
  return (['district', 'street', 'community'] as const)[scope.split('/').length - 1] ?? 'community';
}

/** Whether `scope` is `branch` or lies somewhere below it. */
export function isWithin(scope: Scope, branch: Scope): boolean {
  return scope === branch || scope.startsWith(`${branch}/`);
}

/** The place one step up; `undefined` above the district. */
export function parentOf(scope: Scope): Scope | undefined {
  const end = scope.lastIndexOf('/');
  return end < 0 ? undefined : scope.slice(0, end);
}

/** The street that a scope lies in; `undefined` for the district and a team of the whole district. */
export function streetOf(scope: Scope): Scope | undefined {
  return /^\d{6}\/\d{3}(?=\/|$)/.exec(scope)?.[0];
}

/** The community that a scope lies in; `undefined` for what lies above communities. */
export function communityOf(scope: Scope): Scope | undefined {
  return /^\d{6}\/\d{3}\/\d{3}(?=\/|$)/.exec(scope)?.[0];
}

/** The scope and all above it, the district first: the branches whose coordinators answer for it. */
export function lineageOf(scope: Scope): Scope[] {
  const parent = parentOf(scope);
  return parent === undefined ? [scope] : [...lineageOf(parent), scope];
}

/** The lowest place that both lie in, of two in one district. */
export function commonScope(one: Scope, other: Scope): Scope {
  const above = new Set(lineageOf(other));
  return lineageOf(one).findLast((place) => above.has(place)) ?? one;
}
