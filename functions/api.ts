import { apiDocumentRoutes, type ReadDocument } from './api-document/index.ts';
import {
  amendmentRoutes,
  attendanceCopyRoutes,
  attendanceRoutes,
  callRoutes,
  certificateBatchRoutes,
  deviceKeyRoutes,
  doubtRoutes,
  exchangeRoutes,
  fenceRoutes,
  fileEntryRoutes,
  kioskRoutes,
  noShowRoutes,
  passRoutes,
  patrolRoutes,
  serviceCertificateRoutes,
  wayPointRoutes,
} from './attendance/index.ts';
import type { Contexts } from './contexts.ts';
import { auditRoutes, grantRoutes, identityRoutes, passkeyRoutes, providerRoutes } from './identity/index.ts';
import { notificationsRoutes } from './notifications/index.ts';
import { organisationRoutes, settingsRoutes } from './organisation/index.ts';
import {
  certificateRoutes,
  exportRoutes,
  importRoutes,
  insuranceRoutes,
  mergeRoutes,
  mobileRoutes,
  peopleRoutes,
  rearrangingRoutes,
  registrationRoutes,
  rightsRoutes,
  skillRoutes,
  teamRoutes,
} from './people/index.ts';
import { apiWith, routesOf } from './platform/api.ts';
import type { Kit } from './platform/kit.ts';
import {
  adjustmentRoutes,
  fundRoutes,
  givingRoutes,
  helpRoutes,
  pointsCopyRoutes,
  pointsRoutes,
  pointsRulesRoutes,
  rankingRoutes,
  rewardRoutes,
  statementRoutes,
} from './points/index.ts';
import { schedulingRoutes } from './scheduling/index.ts';

export type ApiSettings = Readonly<{ secureCookies: boolean; readDocument: ReadDocument }>;

/** The API of all contexts but care. @throws Error when a route has no permission rule */
export function createApi(kit: Kit, contexts: Contexts, settings: ApiSettings) {
  const api = apiWith(kit)
    .route('/', apiDocumentRoutes(settings.readDocument))
    .route('/', organisationRoutes(contexts.organisation))
    .route('/', settingsRoutes(contexts.organisation))
    .route('/', identityRoutes(contexts.identity, settings))
    .route('/', auditRoutes(contexts.identity))
    .route('/', grantRoutes(contexts.identity))
    .route('/', passkeyRoutes(contexts.identity, settings))
    .route('/', providerRoutes(contexts.identity, settings))
    .route('/', peopleRoutes(contexts.people))
    .route('/', rightsRoutes(contexts.people))
    .route('/', registrationRoutes(contexts.people))
    .route('/', skillRoutes(contexts.people))
    .route('/', teamRoutes(contexts.people))
    .route('/', mergeRoutes(contexts.people))
    .route('/', mobileRoutes(contexts.people))
    .route('/', rearrangingRoutes(contexts.people))
    .route('/', insuranceRoutes(contexts.people))
    .route('/', schedulingRoutes(contexts.scheduling))
    .route('/', importRoutes(contexts.people))
    .route('/', exportRoutes(contexts.people))
    .route('/', certificateRoutes(contexts.certificates))
    .route('/', attendanceRoutes(contexts.attendance))
    .route('/', noShowRoutes(contexts.attendance))
    .route('/', doubtRoutes(contexts.attendance))
    .route('/', amendmentRoutes(contexts.attendance))
    .route('/', attendanceCopyRoutes(contexts.attendance))
    .route('/', callRoutes(contexts.attendance))
    .route('/', passRoutes(contexts.attendance))
    .route('/', fenceRoutes(contexts.attendance))
    .route('/', kioskRoutes(contexts.attendance, contexts.identity, settings))
    .route('/', serviceCertificateRoutes(contexts.attendance))
    .route('/', certificateBatchRoutes(contexts.attendance))
    .route('/', exchangeRoutes(contexts.attendance))
    .route('/', fileEntryRoutes(contexts.attendance))
    .route('/', patrolRoutes(contexts.attendance))
    .route('/', wayPointRoutes(contexts.attendance))
    .route('/', deviceKeyRoutes(contexts.attendance))
    .route('/', pointsRoutes(contexts.points))
    .route('/', rewardRoutes(contexts.points))
    .route('/', pointsCopyRoutes(contexts.points))
    .route('/', pointsRulesRoutes(contexts.points))
    .route('/', givingRoutes(contexts.points))
    .route('/', helpRoutes(contexts.points))
    .route('/', fundRoutes(contexts.points))
    .route('/', rankingRoutes(contexts.points))
    .route('/', adjustmentRoutes(contexts.points))
    .route('/', statementRoutes(contexts.points))
    .route('/', notificationsRoutes(contexts.notifications));
  routesOf(api);
  return api;
}

export type Api = ReturnType<typeof createApi>;
