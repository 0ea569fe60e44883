import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { deferred } from '../platform/deferred.ts';
import type { Lookup } from '../platform/lookup.ts';
import { accountService } from './accounts/account.service.ts';
import { auditService } from './audit/audit.service.ts';
import type { IdentityDeps } from './deps.ts';
import { codeService } from './sign-in/code.service.ts';
import { sessionCookie } from './sign-in/cookie.ts';
import { sessionService } from './sign-in/session.service.ts';
import { signInService } from './sign-in/sign-in.service.ts';

export type { IdentityDeps, ProviderSettings, SignInSettings, Sms } from './deps.ts';
export { auditRoutes, grantRoutes, passkeyRoutes, providerRoutes } from './desk.routes.ts';
export { identityRoutes } from './identity.routes.ts';
export { sessionTokenOf } from './sign-in/cookie.ts';
export { deviceOf } from './sign-in/device-of.ts';
export { deviceDigestIn, type Requester, requesterOf } from './sign-in/requester.ts';

/** Who people are to the system: codes, sessions, accounts, who may do what, and the audit. */
export type Identity = ReturnType<typeof createIdentity>;

export function createIdentity(deps: IdentityDeps) {
  const audit = auditService(deps);
  const sessions = sessionService(deps, audit);
  const accounts = accountService(deps, audit);
  return {
    codes: codeService(deps),
    /** Codes for anything but signing in. */
    purposeCodes: deferred(async () => (await import('./sign-in/purpose-code.service.ts')).purposeCodeService(deps)),
    sessions,
    signIn: signInService(deps, audit),
    accounts,
    /** A person's copy of her own account. */
    copies: deferred(async () => (await import('./copy.service.ts')).copyService(deps, accounts)),
    /** Another number to sign in by. */
    mobileChanges: deferred(async () =>
      (await import('./accounts/mobile-change.service.ts')).mobileChangeService(deps),
    ),
    passkeys: deferred(async () => (await import('./passkeys/passkey.service.ts')).passkeyService(deps, audit)),
    passkeySignIn: deferred(async () =>
      (await import('./passkeys/passkey-sign-in.service.ts')).passkeySignInService(deps, audit),
    ),
    provider: deferred(async () => (await import('./provider/provider.service.ts')).providerService(deps, audit)),
    /** Two accounts of one person, made one and two again. */
    accountMerges: deferred(async () =>
      (await import('./accounts/account-merge.service.ts')).accountMergeService(deps),
    ),
    grants: deferred(async () => (await import('./grants/grants.service.ts')).grantsService(deps)),
    granting: deferred(async () =>
      (await import('./grants/granting.service.ts')).grantingService(deps, accounts, audit),
    ),
    /** Roles on a place that stands elsewhere now. */
    following: deferred(async () => (await import('./grants/following.service.ts')).followingService(deps, accounts)),
    /** Who did what, and who may know of it. */
    audit,
    auditFiles: deferred(async () => (await import('./audit/audit-file.service.ts')).auditFileService(deps, audit)),
    /** The person whose session a request carries. */
    authenticate: async (context: Context, beside?: Lookup<unknown>) => {
      const token = getCookie(context, sessionCookie);
      return token ? sessions.identityOf(token, deps.now(), beside) : undefined;
    },
  };
}
