import { isAdministrator } from './granting.ts';
import type { Action } from './permissions.ts';
import type { Role } from './roles.ts';

/** So many passkeys one person has at most. */
export const mostPasskeys = 10;

/** How somebody signed in: by a code to the phone, a passkey, or the identity provider of the government. */
export const signInWays = ['code', 'passkey', 'provider'] as const;
export type SignInWay = (typeof signInWays)[number];

/**
 * What becomes of a person's accounts, other people's data, the settings and the audit: whoever has a passkey does these only in a session that was started with it
 * (GB/T 22239, 8.1.4.1: two ways of proving who somebody is, one of them cryptographic). What somebody on duty in our care has to do at
 * night is not among them.
 */
const guarded: ReadonlySet<Action> = new Set<Action>([
  'grant.browseCare',
  'grant.give',
  'grant.end',
  'audit.search',
  'audit.export',
  'mobile.changeOwn',
  'mobile.changeAtDesk',
  'volunteer.unmask',
  'volunteer.export',
  'setting.propose',
  'setting.decide',
  'passkey.add',
  'passkey.change',
  'passkey.reset',
]);

/** Where a person stands: the session was started with a passkey, or the account has one, or should have one, or none of these. */
export type PasskeyStanding = 'used' | 'held' | 'due' | 'none';

/** @param isDue whether administrators must have one */
export function passkeyStanding(
  session: Readonly<{ way?: SignInWay | undefined }>,
  account: Readonly<{ passkeys?: number | undefined; grants: readonly Readonly<{ role: Role }>[] }>,
  isDue: boolean,
): PasskeyStanding {
  if ((account.passkeys ?? 0) > 0) return session.way === 'passkey' ? 'used' : 'held';
  return isDue && account.grants.some(({ role }) => isAdministrator(role)) ? 'due' : 'none';
}

/** Whether an action may go on: `useIt` only after signing in with the passkey, `addOne` only once there is one. */
export function passkeyDecision(action: Action, standing: PasskeyStanding): 'may' | 'useIt' | 'addOne' {
  if (!guarded.has(action)) return 'may';
  if (standing === 'held') return 'useIt';
  return standing === 'due' && action !== 'passkey.add' ? 'addOne' : 'may';
}

/** Whether a passkey has been used less often than it was before: then there are two of it. Many do not count and always say 0. */
export function isCounterBack(before: number, now: number): boolean {
  return (before > 0 || now > 0) && now <= before;
}
