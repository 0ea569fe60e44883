import { routesOnDemand } from '../platform/on-demand.ts';
import type { Identity } from './index.ts';

// What desks do, read on demand.

export const auditRoutes = (identity: Identity) =>
  routesOnDemand(['/audit'], async () => (await import('./audit.routes.ts')).auditRoutes(identity));

export const grantRoutes = (identity: Identity) =>
  routesOnDemand(['/grants'], async () => (await import('./grants.routes.ts')).grantRoutes(identity));
