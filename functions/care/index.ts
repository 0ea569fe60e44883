import { deferred } from '../platform/deferred.ts';
import { Receipts } from '../platform/receipts.ts';
import type { Task } from '../platform/tick.ts';
import { askingService } from './asking.service.ts';
import { auditReader } from './audit.ts';
import { caseService } from './case.service.ts';
import { caseloadService } from './caseload.service.ts';
import { checkInService } from './check-in.service.ts';
import { claimService } from './claim.service.ts';
import { counsellorService } from './counsellor.service.ts';
import { counsellorEndService } from './counsellor-end.service.ts';
import { counsellorWatchService } from './counsellor-watch.service.ts';
import type { CareDeps } from './deps.ts';
import { escalationService } from './escalation.service.ts';
import { figuresClockService } from './figures-clock.service.ts';
import { followUpService } from './follow-up.service.ts';
import { handoverService } from './handover.service.ts';
import { lateFollowUpService } from './late-follow-up.service.ts';
import { lookoutService } from './lookout.service.ts';
import { matchingService } from './matching.service.ts';
import { noteService } from './note.service.ts';
import { onCallService } from './on-call.service.ts';
import { openingWatchService } from './opening-watch.service.ts';
import { outreachService } from './outreach.service.ts';
import { promiseWatchService } from './promise-watch.service.ts';
import { proposalService } from './proposal.service.ts';
import { referralService } from './referral.service.ts';
import { reportService } from './report.service.ts';
import { requestService } from './request.service.ts';
import { riskService } from './risk.service.ts';
import { rotaWatchService } from './rota-watch.service.ts';
import { safetyPlanService } from './safety-plan.service.ts';
import { screeningService } from './screening.service.ts';
import { selfScreeningService } from './self-screening.service.ts';
import { sessionService } from './session.service.ts';

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
    figures: deferred(async () => (await import('./figures.service.ts')).figuresService(deps)),
    figuresClock,
    progress: deferred(async () => (await import('./progress.service.ts')).progressService(deps, asking)),
    caseload: caseloadService(deps),
    notes: noteService(deps, escalations),
    counsellors,
    counsellorWatch,
    counsellorEnds,
    counsellorDesk: deferred(async () =>
      (await import('./counsellor-desk.service.ts')).counsellorDeskService(deps, counsellors),
    ),
    counsellorHours: deferred(async () => (await import('./counsellor-hours.service.ts')).counsellorHoursService(deps)),
    supervisorDesk: deferred(async () => (await import('./supervisor-desk.service.ts')).supervisorDeskService(deps)),
    discussions: deferred(async () => (await import('./discussion.service.ts')).discussionService(deps)),
    checkIns,
    supervision: deferred(async () => (await import('./supervision.service.ts')).supervisionService(deps)),
    ownCounselling: deferred(async () => (await import('./own-counselling.service.ts')).ownCounsellingService(deps)),
    /** Who opened what of which case. */
    readings: auditReader(deps.table),
    escalations,
    lookout,
    rota: deferred(async () => (await import('./rota.service.ts')).rotaService(deps)),
    duties: deferred(async () => (await import('./duty.service.ts')).dutyService(deps)),
    rotaWatch,
    openings: deferred(async () => (await import('./opening.service.ts')).openingService(deps, openingWatch)),
    openingWatch,
    lateFollowUps,
    promiseWatch,
    safetyPlans: safetyPlanService(deps, asking),
    followUps: followUpService(deps),
    reports: reportService(deps),
    sessions: sessionService(deps),
    talks: deferred(async () => (await import('./talk.service.ts')).talkService(deps)),
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
