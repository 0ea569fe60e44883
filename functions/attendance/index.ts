import { deferred } from '../platform/deferred.ts';
import { Attendance as AttendanceItem } from './attendance.table.ts';
import { checkInService } from './check-in.service.ts';
import type { AttendanceDeps } from './deps.ts';
import { recordService } from './record.service.ts';
import { rollService } from './roll.service.ts';
import { waitingService } from './waiting.service.ts';

export { attendanceReactions } from './attendance.reactions.ts';
export { attendanceRoutes } from './attendance.routes.ts';
export { attendanceDemoItems, type MadeUpStay } from './demo.ts';
export type { AttendanceDeps } from './deps.ts';
export {
  amendmentRoutes,
  attendanceCopyRoutes,
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
} from './desk.routes.ts';
export { noShowReactions } from './no-show/no-show.reactions.ts';

/** Who was where, from when to when, and the service records that come of it. */
export type Attendance = ReturnType<typeof createAttendance>;

export function createAttendance(deps: AttendanceDeps) {
  const certificateIssuers = deferred(async () =>
    (await import('./service-certificates/issuer.service.ts')).issuerService(deps),
  );
  const serviceCertificates = deferred(async () =>
    (await import('./service-certificates/certificate.service.ts')).certificateService(deps, certificateIssuers),
  );
  const deviceKeys = deferred(async () => (await import('./device-keys/device-key.service.ts')).deviceKeyService(deps));
  return {
    /** Whether somebody was seen at a shift, for scheduling. */
    hasCome: async (shiftId: string, volunteerId: string): Promise<boolean> =>
      (await deps.table.get(AttendanceItem, { shiftId, volunteerId })) !== undefined,
    checkIns: checkInService(deps, deviceKeys),
    /** Keys that live in phones. */
    deviceKeys,
    roll: rollService(deps),
    waiting: waitingService(deps),
    confirmations: deferred(async () => (await import('./confirmation.service.ts')).confirmationService(deps)),
    records: recordService(deps),
    digests: deferred(async () => (await import('./digest.service.ts')).digestService(deps)),
    reviews: deferred(async () => (await import('./review.service.ts')).reviewService(deps)),
    merges: deferred(async () => (await import('./merge.service.ts')).mergeService(deps)),
    /** Who did not come, what they say to it, and how far one can count on somebody. */
    marks: deferred(async () => (await import('./no-show/mark.service.ts')).markService(deps)),
    contests: deferred(async () => (await import('./no-show/contest.service.ts')).contestService(deps)),
    /** Those of scheduling, which pause with too many marks. */
    regulars: deps.scheduling.regularUpkeep,
    reliability: deferred(async () => (await import('./no-show/reliability.service.ts')).reliabilityService(deps)),
    /** Hours that are unlikely: what is seen of them, and what a second person finds. */
    watch: deferred(async () => (await import('./doubts/watch.service.ts')).watchService(deps)),
    doubts: deferred(async () => (await import('./doubts/doubt.service.ts')).doubtService(deps)),
    /** 志愿服务记录证明: who issues them, what becomes of them, and what is printed. */
    certificateIssuers,
    serviceCertificates,
    certificateSeals: deferred(async () =>
      (await import('./service-certificates/seal.service.ts')).sealService(deps, serviceCertificates),
    ),
    /** The same for everybody of a place. */
    certificateBatches: deferred(async () =>
      (await import('./service-certificates/batch.service.ts')).batchService(deps, serviceCertificates),
    ),
    certificatePrints: deferred(async () =>
      (await import('./service-certificates/print.service.ts')).printService(deps, serviceCertificates),
    ),
    /** 补录 and 更正: asked for with evidence, approved by a second person, on public notice, and then booked. */
    amendmentRequests: deferred(async () => (await import('./amendments/request.service.ts')).requestService(deps)),
    amendmentDecisions: deferred(async () => (await import('./amendments/decision.service.ts')).decisionService(deps)),
    amendmentNotices: deferred(async () => (await import('./amendments/notice.service.ts')).noticeService(deps)),
    amendmentEvidence: deferred(async () => (await import('./amendments/evidence.service.ts')).evidenceService(deps)),
    amendmentBooking: deferred(async () => (await import('./amendments/booking.service.ts')).bookingService(deps)),
    amendmentFiles: deferred(async () =>
      (await import('./amendments/evidence-retention.service.ts')).evidenceRetentionService(deps),
    ),
    /** Honours, evaluations and complaints in service files. */
    fileEntries: deferred(async () => (await import('./file-entries/file-entry.service.ts')).fileEntryService(deps)),
    /** Records for other systems of volunteering: as files, and sent to that of the province. */
    exchangeFiles: deferred(async () => (await import('./exchange/export.service.ts')).exchangeExportService(deps)),
    pushes: deferred(async () => (await import('./exchange/push.service.ts')).pushService(deps)),
    sending: deferred(async () => (await import('./exchange/sending.service.ts')).sendingService(deps)),
    /** The code on a volunteer's phone, which a leader scans. */
    passes: deferred(async () => (await import('./pass/pass.service.ts')).passService(deps)),
    /** Where a volunteer's phone is, at places that have a fence. */
    fences: deferred(async () => (await import('./fence/fence.service.ts')).fenceService(deps)),
    /** Tablets by the door. */
    kiosks: deferred(async () => (await import('./kiosk/kiosk.service.ts')).kioskService(deps)),
    patrols: deferred(async () => (await import('./patrol/patrol.service.ts')).patrolService(deps)),
    wayPoints: deferred(async () => (await import('./patrol/way-point.service.ts')).wayPointService(deps)),
    sightings: deferred(async () => (await import('./patrol/sighting.service.ts')).sightingService(deps)),
    /** Whom a leader calls on the day. */
    calls: deferred(async () => (await import('./day/call.service.ts')).callService(deps)),
    /** Days of counsellors, of which care tells nothing but the minutes. */
    dayTotals: deferred(async () => (await import('./day-totals/day-total.service.ts')).dayTotalService(deps)),
    copies: deferred(async () => (await import('./copy.service.ts')).copyService(deps)),
  };
}
