import { day, type Instant, shiftBy } from '../kernel/time.ts';
import { isWithin } from '../organisation/scope.ts';
import { careRoles, effectiveGrants, type Grant, grantStateAt, type HeldGrant, type Role } from './roles.ts';

/** The three roles of 等保 level 3 that no two of may ever be one person's: settings, accounts and grants, logs. */
export const administratorRoles = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

/** Of these a holder appoints others below: a team's leader comes with the team, a volunteer with the approval. */
export const grantableRoles = [
  'coordinator',
  'socialWorker',
  'counsellor',
  'careSupervisor',
  'onCall',
  ...administratorRoles,
] as const satisfies readonly Role[];

/** Of these somebody may stand in. A counsellor's cases are handed to a person, and an administrator's work is nobody else's. */
export const deputisableRoles = ['teamLeader', 'coordinator', 'socialWorker', 'careSupervisor', 'onCall'] as const;

/** A deputy stands in for so long at most, in milliseconds. */
export const longestDeputy = 90 * day;

/** Somebody who would give a grant or end one. */
export type Granter = Readonly<{ accountId: string; grants: readonly HeldGrant[] }>;

/** A grant that is to be, and whose. */
export type Proposed = HeldGrant & Readonly<{ accountId: string }>;

/**
 * Whether a grant may be given: `own` to oneself, `notGrantable` it comes another way, `aboveOwn` the granter has no such right or has it
 * only here or below, `outlivesOwn` it would last longer than the granter's own.
 */
export type GrantDecision = 'may' | 'own' | 'notGrantable' | 'aboveOwn' | 'outlivesOwn';

/**
 * One gives only what one has, and only below oneself; the security administrator gives any role within their scope. Nobody gives anything to
 * themselves, and a deputy does the work and appoints nobody (GB/T 22239, 8.1.4.2: separate duties, least privilege).
 */
export function mayGrant(granter: Granter, grant: Proposed, now: Instant): GrantDecision {
  if (grant.accountId === granter.accountId) return 'own';
  if (!isAmong(grantableRoles, grant.role)) return 'notGrantable';
  const sources = sourcesOf(granter, grant, now);
  if (sources.length === 0) return 'aboveOwn';
  return sources.some((source) => lastsAsLong(source, grant)) ? 'may' : 'outlivesOwn';
}

/** Whether a grant may be ended: by whoever might give it, and by whom a deputy stands in for. */
export function mayEnd(granter: Granter, grant: Proposed, now: Instant): GrantDecision {
  if (grant.deputyFor === granter.accountId) return 'may';
  if (grant.accountId === granter.accountId) return 'own';
  if (!isAmong(grantableRoles, grant.role) && !grant.deputyFor) return 'notGrantable';
  return sourcesOf(granter, grant, now).length > 0 ? 'may' : 'aboveOwn';
}

/** The granter's own grants that somebody may stand in for, with the days of the leave; none outlives the grant that it copies. */
export function deputyGrants(
  granter: Granter,
  leave: Readonly<{ from: Instant; until: Instant }>,
  now: Instant,
): HeldGrant[] {
  const own = effectiveGrants(granter.grants, now).filter(
    ({ role, deputyFor }) => deputyFor === undefined && isAmong(deputisableRoles, role),
  );
  return own.map(({ role, scope, until = leave.until }) => ({
    role,
    scope,
    from: leave.from,
    until: until < leave.until ? until : leave.until,
    grantedBy: granter.accountId,
    deputyFor: granter.accountId,
  }));
}

/** Whether a leave is one that a deputy may stand in for: it ends after it begins, is not over, and is not too long. */
export function isLeave({ from, until }: Readonly<{ from: Instant; until: Instant }>, now: Instant): boolean {
  return until > from && until > now && until <= shiftBy(from, longestDeputy);
}

/** The role that a person has or will have and that rules out this one: another administrator's, or care beside an administrator's. */
export function conflictOf(held: readonly HeldGrant[], role: Role, now: Instant): Role | undefined {
  return held.find((grant) => ruleOut(grant.role, role) && grantStateAt(grant, now) !== 'over')?.role;
}

/**
 * Whether no person may hold both: whoever keeps accounts, settings or logs is none of the two others, and reads nothing of care, so that nobody can let
 * themselves in there.
 */
function ruleOut(one: Role, other: Role): boolean {
  if (one === other) return false;
  const [isOne, isOther] = [isAdministrator(one), isAdministrator(other)];
  return (isOne && isOther) || (isOne && careRoles.has(other)) || (isOther && careRoles.has(one));
}

/** Whether a role is one of the three administrators'. */
export const isAdministrator = (role: Role): boolean => isAmong(administratorRoles, role);

function sourcesOf({ grants }: Granter, grant: Grant, now: Instant): HeldGrant[] {
  return effectiveGrants(grants, now).filter(
    ({ role, scope, deputyFor }) =>
      deputyFor === undefined &&
      isWithin(grant.scope, scope) &&
      (role === 'securityAdministrator' || (role === grant.role && scope !== grant.scope)),
  );
}

function lastsAsLong(source: HeldGrant, { until }: HeldGrant): boolean {
  return source.until === undefined || (until !== undefined && until <= source.until);
}

function isAmong<Some extends Role>(some: readonly Some[], role: Role): role is Some {
  return some.some((each) => each === role);
}
