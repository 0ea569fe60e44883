import { routesOnDemand } from '../platform/on-demand.ts';
import type { Identity } from './index.ts';

// What volunteers do not do all the time, read on demand.

export const auditRoutes = (identity: Identity) =>
  routesOnDemand(['/audit'], async () => (await import('./audit/audit.routes.ts')).auditRoutes(identity));

export const grantRoutes = (identity: Identity) =>
  routesOnDemand(['/grants'], async () => (await import('./grants/grants.routes.ts')).grantRoutes(identity));

export const passkeyRoutes = (identity: Identity, settings: Readonly<{ secureCookies: boolean }>) =>
  routesOnDemand(['/passkeys'], async () =>
    (await import('./passkeys/passkey.routes.ts')).passkeyRoutes(identity, settings),
  );

export const providerRoutes = (identity: Identity, settings: Readonly<{ secureCookies: boolean }>) =>
  routesOnDemand(['/provider'], async () =>
    (await import('./provider/provider.routes.ts')).providerRoutes(identity, settings),
  );
