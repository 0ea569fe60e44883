import { routesOnDemand } from '../platform/on-demand.ts';
import type { Organisation } from './index.ts';

// What is read by desks now and then, read on demand.

export const settingsRoutes = (organisation: Organisation) =>
  routesOnDemand(['/settings'], async () =>
    (await import('./settings/settings.routes.ts')).settingsRoutes(organisation),
  );
