import { isIP } from 'node:net';
import { passkeyErrors } from '@kaifong/shared/identity/passkey-errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { IdentityDeps } from '../deps.ts';

/** What passkeys hold to: the site's host, which they are made for, and the address that a browser must have been at. */
export type PasskeySite = Readonly<{ host: string; origin: string }>;

/** `undefined` where the site has no address, or one of figures, for which WebAuthn makes no passkeys. */
export function passkeySiteOf({ signInWays }: Pick<IdentityDeps, 'signInWays'>): PasskeySite | undefined {
  if (!signInWays) return undefined;
  const { hostname, origin } = new URL(signInWays.origin);
  return isIP(hostname) || hostname.startsWith('[') ? undefined : { host: hostname, origin };
}

/** @throws AppError passkey.unavailable */
export function mustHaveSite(deps: Pick<IdentityDeps, 'signInWays'>): PasskeySite {
  const site = passkeySiteOf(deps);
  if (!site) throw new AppError(passkeyErrors.unavailable);
  return site;
}
