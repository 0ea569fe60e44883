import { nextInLine } from '@kaifong/shared/care/asking/line.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { CaseItem, isUnclaimed, type SupportCase, unclaimedAt } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { FollowUpItem } from '../on-call/crisis.table.ts';
import { followUpsOfCase } from '../on-call/follow-up.service.ts';
import { taken } from '../on-call/look-at.ts';
import { CaseHead } from '../sealed.ts';

/** How requests that came by the web get into a social worker's hands: always the next in line, so that nobody takes whom they like. */
export function claimService({ table, sealer }: Pick<CareDeps, 'table' | 'sealer'>) {
  /** What waits for a social worker at a desk; a street has a handful at a time. */
  async function unclaimed(place: string): Promise<SupportCase[]> {
    const found: SupportCase[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query(CaseItem, unclaimedAt(place), { index: 'openBySocialWorker', limit: 100, cursor });
      found.push(...page.items.filter((supportCase) => isWithin(supportCase.place, place)));
      cursor = page.cursor;
    } while (cursor);
    return found;
  }

  async function next(command: Command, place: string, attempt = 0) {
    const { actor, now } = command;
    actor.mustReach('care.takeRequest', { scope: place });
    const waiting = await Promise.all(
      (await unclaimed(place)).map(async ({ id, headSealed, state, receivedAt }) => ({
        id,
        state,
        receivedAt,
        risk: (await CaseHead.open(sealer, headSealed, id)).risk,
      })),
    );
    // By the table itself: the index may be a moment behind, and show what a colleague has just taken.
    const rows = await table.getAll(CaseItem, nextInLine(waiting, now).slice(0, 100));
    const first = rows.find((row) => row !== undefined && row.state !== 'closed' && isUnclaimed(row));
    if (!first) throw new AppError(careErrors.nobodyWaits);
    const { id: caseId, version } = first;
    const socialWorker = actor.accountId;
    const answer = { caseId, state: first.state };
    const followUps = (await followUpsOfCase(table, caseId)).map((each) => [
      `followUp ${each.escalationId} ${each.step}`,
      table.put(FollowUpItem, { ...each, socialWorker, version: each.version + 1 }, { is: { version: each.version } }),
    ]);
    const outcome = await commit(
      command,
      table,
      {
        supportCase: table.put(CaseItem, taken(first, socialWorker), { is: { version } }),
        ...Object.fromEntries(followUps),
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return next(command, place, attempt + 1);
    mustCommit(outcome, { supportCase: () => new AppError(careErrors.changedMeanwhile) });
    return answer;
  }

  return {
    /** @throws AppError care.nobodyWaits, care.changedMeanwhile */
    next: (command: Command, place: string) => next(command, place),
  };
}
