import { deferred } from '../platform/deferred.ts';
import { Receipts } from '../platform/receipts.ts';
import type { Task } from '../platform/tick.ts';
import { askingService } from './asking/asking.service.ts';
import { claimService } from './asking/claim.service.ts';
import { requestService } from './asking/request.service.ts';
import { selfScreeningService } from './asking/self-screening.service.ts';
import { auditReader } from './audit.ts';
import { caseService } from './cases/case.service.ts';
import { caseloadService } from './cases/caseload.service.ts';
import { handoverService } from './cases/handover.service.ts';
import { noteService } from './cases/note.service.ts';
import { outreachService } from './cases/outreach.service.ts';
import { ownCasesService } from './cases/own-cases.service.ts';
import { promiseWatchService } from './cases/promise-watch.service.ts';
import { referralService } from './cases/referral.service.ts';
import { reportService } from './cases/report.service.ts';
import { riskService } from './cases/risk.service.ts';
import { safetyPlanService } from './cases/safety-plan.service.ts';
import { screeningService } from './cases/screening.service.ts';
import { sessionService } from './cases/session.service.ts';
import { counsellorService } from './counsellors/counsellor.service.ts';
import { counsellorEndService } from './counsellors/counsellor-end.service.ts';
import { counsellorWatchService } from './counsellors/counsellor-watch.service.ts';
import type { CareDeps } from './deps.ts';
import { figuresClockService } from './figures/figures-clock.service.ts';
import { matchingService } from './matching/matching.service.ts';
import { proposalService } from './matching/proposal.service.ts';
import { escalationService } from './on-call/escalation.service.ts';
import { followUpService } from './on-call/follow-up.service.ts';
import { lateFollowUpService } from './on-call/late-follow-up.service.ts';
import { lookoutService } from './on-call/lookout.service.ts';
import { onCallService } from './on-call/on-call.service.ts';
import { rotaWatchService } from './on-call/rota-watch.service.ts';
import { openingWatchService } from './openings/opening-watch.service.ts';
import { checkInService } from './supervision/check-in.service.ts';

export { createCareApi } from './care-api.ts';
export { careDemoItems } from './demo.ts';
export type { CareDeps, Eligibility } from './deps.ts';

/** 心灵直通车: requests for support, the counsellors who suit, and emergencies. Apart from all else, and imported by its entry points only. */
export type Care = ReturnType<typeof createCare>;

export function createCare(deps: CareDeps) {
  const counsellors = counsellorService(deps);
  const onCall = onCallService(deps);
  const escalations = escalationService(deps, onCall);
  const proposals = proposalService(deps, counsellors);
  const asking = askingService(deps, escalations);
  const lookout = lookoutService(deps, escalations);
  const rotaWatch = rotaWatchService(deps);
  const lateFollowUps = lateFollowUpService(deps, onCall);
  const counsellorEnds = counsellorEndService(deps, onCall);
  const counsellorWatch = counsellorWatchService(deps, onCall, counsellorEnds);
  const checkIns = checkInService(deps, onCall);
  const openingWatch = openingWatchService(deps, onCall);
  const promiseWatch = promiseWatchService(deps, onCall);
  const figuresClock = figuresClockService(deps);
  const tasks: Task[] = [
    { name: 'care.escalations', run: (now) => escalations.onTick(now) },
    { name: 'care.lookout', run: (now) => lookout.onTick(now) },
    { name: 'care.lateFollowUps', run: (now) => lateFollowUps.onTick(now) },
    { name: 'care.promises', run: (now) => promiseWatch.onTick(now) },
    { name: 'care.counsellorPapers', run: (now) => counsellorWatch.onTick(now) },
    { name: 'care.openings', run: (now) => openingWatch.onTick(now) },
    { name: 'care.checkIns', run: (now) => checkIns.onTick(now) },
    { name: 'care.rotaGaps', run: (now) => rotaWatch.onTick(now) },
    { name: 'care.figures', run: (now) => figuresClock.onTick(now) },
  ];
  return {
    asking,
    selfScreening: selfScreeningService(deps, asking, escalations),
    claims: claimService(deps),
    requests: requestService(deps),
    screenings: screeningService(deps, escalations),
    matching: matchingService(deps, counsellors, proposals),
    proposals,
    cases: caseService(deps, counsellors),
    figures: deferred(async () => (await import('./figures/figures.service.ts')).figuresService(deps)),
    figuresClock,
    progress: deferred(async () => (await import('./cases/progress.service.ts')).progressService(deps, asking)),
    caseload: caseloadService(deps),
    ownCases: ownCasesService(deps),
    notes: noteService(deps, escalations),
    counsellors,
    counsellorWatch,
    counsellorEnds,
    counsellorDesk: deferred(async () =>
      (await import('./counsellors/counsellor-desk.service.ts')).counsellorDeskService(deps, counsellors),
    ),
    counsellorHours: deferred(async () =>
      (await import('./counsellors/counsellor-hours.service.ts')).counsellorHoursService(deps),
    ),
    supervisorDesk: deferred(async () =>
      (await import('./supervision/supervisor-desk.service.ts')).supervisorDeskService(deps),
    ),
    discussions: deferred(async () => (await import('./supervision/discussion.service.ts')).discussionService(deps)),
    checkIns,
    supervision: deferred(async () => (await import('./supervision/supervision.service.ts')).supervisionService(deps)),
    ownCounselling: deferred(async () =>
      (await import('./counsellors/own-counselling.service.ts')).ownCounsellingService(deps),
    ),
    /** Who opened what of which case. */
    readings: auditReader(deps.table),
    escalations,
    lookout,
    rota: deferred(async () => (await import('./on-call/rota.service.ts')).rotaService(deps)),
    duties: deferred(async () => (await import('./on-call/duty.service.ts')).dutyService(deps)),
    rotaWatch,
    openings: deferred(async () => (await import('./openings/opening.service.ts')).openingService(deps, openingWatch)),
    openingWatch,
    lateFollowUps,
    promiseWatch,
    safetyPlans: safetyPlanService(deps, asking),
    followUps: followUpService(deps),
    reports: reportService(deps),
    sessions: sessionService(deps),
    talks: deferred(async () => (await import('./supervision/talk.service.ts')).talkService(deps)),
    outreach: outreachService(deps),
    referrals: referralService(deps),
    handovers: handoverService(deps),
    risks: riskService(deps),
    /** What the clock asks of care. */
    tasks,
    /** In care's own table, under pseudonyms, so that no other table tells who asked care for what. */
    receipts: new Receipts(deps.table),
    sealer: deps.sealer,
  };
}
