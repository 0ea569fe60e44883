import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merge-events.ts';
import { deferred } from '../platform/deferred.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Table } from '../platform/table.ts';
import { accountService } from './account.service.ts';
import { ledgerService } from './ledger.service.ts';
import { shiftPointsService } from './shift-points.service.ts';

export { pointsDemoItems } from './demo.ts';
export { pointsRoutes } from './points.routes.ts';

/** The ledger of points. No context calls it: it lives on events. */
export type Points = ReturnType<typeof createPoints>;

export function createPoints(deps: Readonly<{ table: Table }>) {
  const reconciliation = deferred(async () =>
    (await import('./reconciliation.service.ts')).reconciliationService(deps),
  );
  return {
    accounts: accountService(deps),
    shifts: shiftPointsService(deps),
    ledger: ledgerService(deps),
    merges: deferred(async () => (await import('./merge.service.ts')).mergeService(deps)),
    /** Adds everything up again. */
    reconciliation,
    onTick: (now: Instant) => reconciliation.checkNext(now),
  };
}

/** What points does when something happened elsewhere. */
export function pointsReactions({ ledger, merges }: Points): Reaction[] {
  return [
    on(serviceRecorded, (record, event) => ledger.book(record, event.at)),
    on(mergeBegun, (pair, event) => merges.moveThere(pair, event.at)),
    on(mergeUndoingBegun, (pair, event) => merges.moveBack(pair, event.at)),
  ];
}
