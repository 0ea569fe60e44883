import * as z from 'zod';
import { Instant } from '../kernel/time.ts';

/** Who a person can be. One account may hold several grants; each is a role on a scope. */
export const roles = [
  'volunteer',
  'teamLeader',
  'coordinator',
  'socialWorker',
  'counsellor',
  'careSupervisor',
  'onCall',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The roles of 心灵直通车: who has one is nobody's business outside it but the security administrator's. */
export const careRoles: ReadonlySet<Role> = new Set(['socialWorker', 'counsellor', 'careSupervisor', 'onCall']);

/** Which of two lists a grant stands in. */
export type GrantKind = 'staff' | 'care';

/** A role on a part of the tree: `coordinator` on `440103/001` acts in that street, its communities and their teams. */
export const Grant = z.object({ role: Role, scope: z.string() });
export type Grant = z.infer<typeof Grant>;

/**
 * A grant as an account holds it: from when until when (`until` is the first instant at which it is over), and who gave it; what says neither
 * holds without an end. A deputy's is a copy of somebody's own grant while they are away.
 */
export const HeldGrant = Grant.extend({
  from: Instant.optional(),
  until: Instant.optional(),
  grantedBy: z.string().optional(),
  deputyFor: z.string().optional(),
});
export type HeldGrant = z.infer<typeof HeldGrant>;

/** Whether a grant counts at this moment, is still to come, or has lapsed. */
export type GrantState = 'effective' | 'coming' | 'over';

export function grantStateAt(grant: HeldGrant, now: Instant): GrantState {
  if (grant.until !== undefined && grant.until <= now) return 'over';
  return grant.from !== undefined && grant.from > now ? 'coming' : 'effective';
}

/** The grants that count at this moment. */
export function effectiveGrants(grants: readonly HeldGrant[], now: Instant): readonly HeldGrant[] {
  return grants.every((grant) => grantStateAt(grant, now) === 'effective')
    ? grants
    : grants.filter((grant) => grantStateAt(grant, now) === 'effective');
}
