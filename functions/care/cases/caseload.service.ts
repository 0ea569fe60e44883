import { targetOf } from '@kaifong/shared/care/matching/targets.ts';
import type { CaseEntry, Caseload } from '@kaifong/shared/care/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Request } from '../../platform/request.ts';
import type { CareDeps } from '../deps.ts';
import { caseEntryOf } from './case.service.ts';
import { openCasesOf } from './open-cases.ts';

/** Overdue cases that are named. */
const mostNamed = 10;

/** What a social worker has in hand. */
export function caseloadService({ table, sealer }: Pick<CareDeps, 'table' | 'sealer'>) {
  return {
    /** The own open cases in figures. @throws AppError platform.notAllowed for one who is no social worker */
    async read({ actor, now }: Request): Promise<Caseload> {
      if (actor.scopesAs('socialWorker').length === 0) throw new AppError(platformErrors.notAllowed);
      const cases = await openCasesOf(table, 'openBySocialWorker', actor.accountId);
      const entries = await Promise.all(cases.map((supportCase) => caseEntryOf(sealer, supportCase)));
      const overdue = entries
        .map((entry) => ({ entry, dueAt: targetOf(entry)?.dueAt ?? now }))
        .filter(({ dueAt }) => dueAt < now)
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
      const inState = (state: CaseEntry['state']) => entries.filter((entry) => entry.state === state).length;
      return {
        intake: inState('intake'),
        waiting: inState('waiting'),
        assigned: inState('assigned'),
        escalated: inState('escalated'),
        overdue: overdue.length,
        first: overdue.slice(0, mostNamed).map(({ entry }) => entry),
      };
    },
  };
}
