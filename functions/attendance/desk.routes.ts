import { deviceOf, type Identity } from '../identity/index.ts';
import { routesOnDemand } from '../platform/on-demand.ts';
import type { Attendance } from './index.ts';

// What happens now and then, read on demand.

export const noShowRoutes = (attendance: Attendance) =>
  routesOnDemand(['/no-shows', '/reliability'], async () =>
    (await import('./no-show/no-show.routes.ts')).noShowRoutes(attendance),
  );

export const doubtRoutes = (attendance: Attendance) =>
  routesOnDemand(['/doubts'], async () => (await import('./doubts/doubt.routes.ts')).doubtRoutes(attendance));

export const attendanceCopyRoutes = (attendance: Attendance) =>
  routesOnDemand(['/attendance-copy'], async () => (await import('./copy.routes.ts')).attendanceCopyRoutes(attendance));

export const callRoutes = (attendance: Attendance) =>
  routesOnDemand(['/attendance-calls'], async () => (await import('./day/call.routes.ts')).callRoutes(attendance));

export const serviceCertificateRoutes = (attendance: Attendance) =>
  routesOnDemand(['/service-certificates'], async () =>
    (await import('./service-certificates/certificate.routes.ts')).certificateRoutes(attendance),
  );

export const certificateBatchRoutes = (attendance: Attendance) =>
  routesOnDemand(['/service-certificate-batches'], async () =>
    (await import('./service-certificates/batch.routes.ts')).certificateBatchRoutes(attendance),
  );

export const deviceKeyRoutes = (attendance: Attendance) =>
  routesOnDemand(['/attendance-keys'], async () =>
    (await import('./device-keys/device-key.routes.ts')).deviceKeyRoutes(attendance),
  );

export const fileEntryRoutes = (attendance: Attendance) =>
  routesOnDemand(['/file-entries'], async () =>
    (await import('./file-entries/file-entry.routes.ts')).fileEntryRoutes(attendance),
  );

export const exchangeRoutes = (attendance: Attendance) =>
  routesOnDemand(['/exchange-files', '/provincial-pushes'], async () =>
    (await import('./exchange/exchange.routes.ts')).exchangeRoutes(attendance),
  );

export const passRoutes = (attendance: Attendance) =>
  routesOnDemand(['/attendance-passes'], async () => (await import('./pass/pass.routes.ts')).passRoutes(attendance));

export const patrolRoutes = (attendance: Attendance) =>
  routesOnDemand(['/patrols'], async () => (await import('./patrol/patrol.routes.ts')).patrolRoutes(attendance));

export const wayPointRoutes = (attendance: Attendance) =>
  routesOnDemand(['/way-points', '/way-point-sightings'], async () =>
    (await import('./patrol/way-point.routes.ts')).wayPointRoutes(attendance),
  );

export const kioskRoutes = (
  attendance: Attendance,
  identity: Identity,
  settings: Readonly<{ secureCookies: boolean }>,
) =>
  routesOnDemand(['/attendance-kiosks', '/kiosk-desks'], async () =>
    (await import('./kiosk/kiosk.routes.ts')).kioskRoutes(attendance, deviceOf(identity, settings)),
  );

export const fenceRoutes = (attendance: Attendance) =>
  routesOnDemand(['/attendance-fixes'], async () => (await import('./fence/fence.routes.ts')).fenceRoutes(attendance));

export const amendmentRoutes = (attendance: Attendance) =>
  routesOnDemand(['/amendments', '/amendment-notices'], async () =>
    (await import('./amendments/amendment.routes.ts')).amendmentRoutes(attendance),
  );
