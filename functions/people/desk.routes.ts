import { routesOnDemand } from '../platform/on-demand.ts';
import type { Certificates } from './certificates/certificates.ts';
import type { People } from './index.ts';

// What desks do and what people do once, read on demand.

export const certificateRoutes = (certificates: Certificates) =>
  routesOnDemand(
    [
      '/certificates',
      '/qualifications',
      '/trainings',
      '/uploads',
      '/volunteers/:volunteerId/certificates',
      '/volunteers/me/certificates',
    ],
    async () => (await import('./certificates/certificate.routes.ts')).certificateRoutes(certificates),
  );

export const exportRoutes = (people: People) =>
  routesOnDemand(['/volunteer-exports'], async () => (await import('./finding/export.routes.ts')).exportRoutes(people));

export const importRoutes = (people: People) =>
  routesOnDemand(['/volunteer-imports'], async () =>
    (await import('./importing/import.routes.ts')).importRoutes(people),
  );

export const insuranceRoutes = (people: People) =>
  routesOnDemand(['/volunteers/:volunteerId/insurance'], async () =>
    (await import('./insurance/insurance.routes.ts')).insuranceRoutes(people),
  );

export const mergeRoutes = (people: People) =>
  routesOnDemand(['/likely-duplicates', '/merges'], async () =>
    (await import('./merging/merge.routes.ts')).mergeRoutes(people),
  );

export const mobileRoutes = (people: People) =>
  routesOnDemand(['/mobile-changes', '/volunteers/:volunteerId/mobile-change'], async () =>
    (await import('./mobile/mobile.routes.ts')).mobileRoutes(people),
  );

export const rearrangingRoutes = (people: People) =>
  routesOnDemand(['/rearrangements', '/placements'], async () =>
    (await import('./rearranging/rearranging.routes.ts')).rearrangingRoutes(people),
  );

export const registrationRoutes = (people: People) =>
  routesOnDemand(
    [
      '/guardian-consents',
      '/registration-draft',
      '/volunteers/me/confirmation',
      '/volunteers/me/details',
      '/volunteers/on-paper',
    ],
    async () => (await import('./registration/registration.routes.ts')).registrationRoutes(people),
  );

export const rightsRoutes = (people: People) =>
  routesOnDemand(['/corrections', '/rights', '/volunteers/:volunteerId/corrections'], async () =>
    (await import('./rights/rights.routes.ts')).rightsRoutes(people),
  );

export const skillRoutes = (people: People) =>
  routesOnDemand(['/skills'], async () => (await import('./skills/skill.routes.ts')).skillRoutes(people));
