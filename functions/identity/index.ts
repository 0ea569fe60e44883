import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { deferred } from '../platform/deferred.ts';
import type { Lookup } from '../platform/lookup.ts';
import { accountService } from './account.service.ts';
import { auditService } from './audit.service.ts';
import { codeService } from './code.service.ts';
import { sessionCookie } from './cookie.ts';
import type { IdentityDeps } from './deps.ts';
import { sessionService } from './session.service.ts';
import { signInService } from './sign-in.service.ts';

export { sessionTokenOf } from './cookie.ts';
export type { IdentityDeps, ProviderSettings, SignInSettings, Sms } from './deps.ts';
export { auditRoutes, grantRoutes, passkeyRoutes, providerRoutes } from './desk.routes.ts';
export { identityRoutes } from './identity.routes.ts';
export { type Requester, requesterOf } from './requester.ts';

/** Who people are to the system: codes, sessions, accounts, who may do what, and the audit. */
export type Identity = ReturnType<typeof createIdentity>;

export function createIdentity(deps: IdentityDeps) {
  const audit = auditService(deps);
  const sessions = sessionService(deps, audit);
  const accounts = accountService(deps, audit);
  return {
    codes: codeService(deps),
    /** Codes for anything but signing in. */
    purposeCodes: deferred(async () => (await import('./purpose-code.service.ts')).purposeCodeService(deps)),
    sessions,
    signIn: signInService(deps, audit),
    accounts,
    /** A person's copy of her own account. */
    copies: deferred(async () => (await import('./copy.service.ts')).copyService(deps, accounts)),
    /** Another number to sign in by. */
    mobileChanges: deferred(async () => (await import('./mobile-change.service.ts')).mobileChangeService(deps)),
    passkeys: deferred(async () => (await import('./passkey.service.ts')).passkeyService(deps, audit)),
    passkeySignIn: deferred(async () =>
      (await import('./passkey-sign-in.service.ts')).passkeySignInService(deps, audit),
    ),
    provider: deferred(async () => (await import('./provider.service.ts')).providerService(deps, audit)),
    /** Two accounts of one person, made one and two again. */
    accountMerges: deferred(async () => (await import('./account-merge.service.ts')).accountMergeService(deps)),
    grants: deferred(async () => (await import('./grants.service.ts')).grantsService(deps)),
    granting: deferred(async () => (await import('./granting.service.ts')).grantingService(deps, accounts, audit)),
    /** Roles on a place that stands elsewhere now. */
    following: deferred(async () => (await import('./following.service.ts')).followingService(deps, accounts)),
    /** Who did what, and who may know of it. */
    audit,
    auditFiles: deferred(async () => (await import('./audit-file.service.ts')).auditFileService(deps, audit)),
    /** The person whose session a request carries. */
    authenticate: async (context: Context, beside?: Lookup<unknown>) => {
      const token = getCookie(context, sessionCookie);
      return token ? sessions.identityOf(token, deps.now(), beside) : undefined;
    },
  };
}
