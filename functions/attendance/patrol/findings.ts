import { findingOf, type PatrolFinding } from '@kaifong/shared/attendance/patrol/finding.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import { PatrolBook, PatrolItem } from './patrol.table.ts';
import { factsOf } from './view.ts';

type Of = Readonly<{ shiftId: string; volunteerId: string }>;

/**
 * What patrols say of who went on them at these shifts, at most 100: one read tells which of the shifts had any, and each of those is one
 * more. Whether minutes count is for people to decide; this is what they look at.
 */
export async function patrolFindings(
  table: Table,
  shiftIds: readonly string[],
  now: Instant,
): Promise<(of: Of) => PatrolFinding | undefined> {
  const books = await table.getAll(
    PatrolBook,
    [...new Set(shiftIds)].map((shiftId) => ({ shiftId })),
  );
  const patrols = new Map(
    await Promise.all(
      books
        .flatMap((book) => (book ? [book] : []))
        .map(async ({ shiftId, begun }) => {
          const range = { beginsWith: 'PATROL#' };
          const { items } = await table.query(PatrolItem, `SHIFT#${shiftId}`, { range, limit: begun });
          return [shiftId, items.filter(({ state }) => state === 'ended')] as const;
        }),
    ),
  );
  return ({ shiftId, volunteerId }) => {
    const own = patrols.get(shiftId)?.filter(({ people }) => people.includes(volunteerId)) ?? [];
    return findingOf(own.map((patrol) => factsOf(patrol, now)));
  };
}
