import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import { rulesProposed } from '@kaifong/shared/points/rules/rule-events.ts';
import { shiftCalledOff } from '@kaifong/shared/scheduling/events.ts';
import { deferred } from '../platform/deferred.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import { accountService } from './account.service.ts';
import type { PointsDeps } from './deps.ts';
import { shiftPointsService } from './shift-points.service.ts';

export {
  adjustmentRoutes,
  fundRoutes,
  givingRoutes,
  helpRoutes,
  pointsCopyRoutes,
  pointsRulesRoutes,
  rankingRoutes,
  rewardRoutes,
  statementRoutes,
} from './desk.routes.ts';
export { pointsRoutes } from './points.routes.ts';

/** The ledger of points. No context calls it: it lives on events. */
export type Points = ReturnType<typeof createPoints>;

export function createPoints(deps: PointsDeps) {
  const reconciliation = deferred(async () =>
    (await import('./reconciliation.service.ts')).reconciliationService(deps),
  );
  const vouchers = deferred(async () => (await import('./rewards/voucher.service.ts')).voucherService(deps));
  const expiry = deferred(async () => (await import('./expiry.service.ts')).expiryService(deps));
  const milestones = deferred(async () => (await import('./milestones/milestone.service.ts')).milestoneService(deps));
  const transfers = deferred(async () => (await import('./transfer.service.ts')).transferService(deps));
  const helps = deferred(async () => (await import('./help/help.service.ts')).helpService(deps));
  const helpsDue = deferred(async () => (await import('./help/help-due.service.ts')).helpDueService(deps));
  const undated = deferred(async () => (await import('./undated.service.ts')).undatedService(deps));
  return {
    accounts: accountService(deps),
    shifts: shiftPointsService(deps),
    ledger: deferred(async () => (await import('./ledger.service.ts')).ledgerService(deps)),
    /** How hours become points, and who decides on it. */
    rules: deferred(async () => (await import('./rules/rules.service.ts')).rulesService(deps)),
    /** Who served most. */
    rankings: deferred(async () => (await import('./rankings/ranking.service.ts')).rankingService(deps)),
    counting: deferred(async () => (await import('./rankings/counting.service.ts')).countingService(deps)),
    mergedStandings: deferred(async () => (await import('./rankings/merged.service.ts')).mergedStandingsService(deps)),
    simulations: deferred(async () => (await import('./rules/simulation.service.ts')).simulationService(deps)),
    merges: deferred(async () => (await import('./merge.service.ts')).mergeService(deps)),
    copies: deferred(async () => (await import('./copy.service.ts')).copyService(deps, vouchers, helps)),
    /** Adds everything up again. */
    reconciliation,
    /** Points that belong to a community. */
    funds: deferred(async () => (await import('./fund.service.ts')).fundService(deps)),
    /** The fund that takes what is above somebody's cap. */
    ownFunds: deferred(async () => (await import('./own-fund.service.ts')).ownFundService(deps)),
    /** Points that are given away. */
    giving: deferred(async () => (await import('./giving.service.ts')).givingService(deps, transfers)),
    transfers,
    /** Hours that people ask their neighbours for. */
    helps,
    helpDesk: deferred(async () => (await import('./help/help-desk.service.ts')).helpDeskService(deps)),
    helpsDue,
    /** Points that two people move by hand. */
    adjustments: deferred(async () => (await import('./adjustments/adjustment.service.ts')).adjustmentService(deps)),
    /** Points that grow old. */
    expiry,
    undated,
    /** What people are thanked for. */
    milestones,
    /** Months of points on paper. */
    statements: deferred(async () =>
      (await import('./statements/statement.service.ts')).statementService(deps, expiry),
    ),
    /** What can be had for points. */
    catalogue: deferred(async () => (await import('./rewards/catalogue.service.ts')).catalogueService(deps)),
    redemptions: deferred(async () => (await import('./rewards/redemption.service.ts')).redemptionService(deps)),
    vouchers,
    pickUps: deferred(async () => (await import('./rewards/pick-up.service.ts')).pickUpService(deps)),
    /** What the clock must do, none keeping the others from theirs. */
    async onTick(now: Instant) {
      const ended = await Promise.allSettled([
        vouchers.lapseDue(now),
        helpsDue.endDue(now),
        expiry.runDue(now),
        undated.dateNext(now),
        milestones.thankDue(now),
        reconciliation.checkNext(now),
      ]);
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    },
  };
}

/** What points does when something happened elsewhere. */
export function pointsReactions({
  ledger,
  merges,
  simulations,
  counting,
  milestones,
  mergedStandings,
  helpsDue,
}: Points): Reaction[] {
  return [
    on(serviceRecorded, (record, event) => ledger.book(record, event.at)),
    on(serviceRecorded, (record) => counting.count(record)),
    on(serviceRecorded, (record, event) => milestones.thank(record, event.at)),
    on(shiftCalledOff, ({ shiftId }, event) => helpsDue.calledOff(shiftId, event.at)),
    on(rulesProposed, (part) => simulations.reckon(part)),
    on(mergeBegun, (pair, event) => merges.moveThere(pair, event.at)),
    on(mergeBegun, (pair) => mergedStandings.moveThere(pair)),
    on(mergeUndoingBegun, (pair, event) => merges.moveBack(pair, event.at)),
    on(mergeUndoingBegun, (pair) => mergedStandings.moveBack(pair)),
  ];
}
