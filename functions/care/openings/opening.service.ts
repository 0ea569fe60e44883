import { careErrors } from '@kaifong/shared/care/errors.ts';
import type { NewOpening, OpenedCase, OpeningReview, OpeningView, PastOpening } from '@kaifong/shared/care/opening.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { writeAudit } from '../audit.ts';
import { CaseItem, NoteItem } from '../care.table.ts';
import { latestPlan } from '../cases/safety-plan.service.ts';
import type { CareDeps } from '../deps.ts';
import { filteredPage } from '../filtered-page.ts';
import { CaseContent, CaseHead, NoteRecord, OpeningRecord } from '../sealed.ts';
import { OpeningItem, type OpeningRow, openingsOf, pastOpeningsOf } from './opening.table.ts';
import type { OpeningWatchService } from './opening-watch.service.ts';

/** Breaking the glass: a supervisor reads a case that was not handed to her, in an emergency, for an hour at most; others are told at once and review it. */
export function openingService({ table, sealer }: CareDeps, watch: OpeningWatchService) {
  /** The case, for a supervisor of its place; to others it answers as if there were none. */
  async function mustReach({ actor }: Request, caseId: string) {
    const supportCase = await table.get(CaseItem, { id: caseId });
    actor.mustReach('care.breakGlass', supportCase ? { scope: supportCase.place } : {});
    if (!supportCase) throw new Error('a case that is reached without being there');
    return supportCase;
  }

  async function openingsOfCase(caseId: string): Promise<OpeningRow[]> {
    const { found } = await table.collect(`CASE#${caseId}`, { beginsWith: 'OPENING#' }, { found: OpeningItem });
    return found;
  }

  return {
    /** Opens a case for some minutes. @throws AppError care.changedMeanwhile, platform.notAllowed */
    async open(command: Command, { caseId, reason, minutes }: NewOpening) {
      const { actor, now } = command;
      const { place } = await mustReach(command, caseId);
      const until = shiftBy(now, minutes * minute);
      const sealed = await OpeningRecord.seal(sealer, { reason }, caseId, now);
      const opening = { caseId, place, by: actor.accountId, openedAt: now, until, dueAt: now, isTold: false, sealed };
      const answer = { caseId, openedAt: now, until };
      const writes = { opening: table.put(OpeningItem, { ...opening, version: 0 }, { absent: true }) };
      mustCommit(await commit(command, table, writes, { answer }), {
        opening: () => new AppError(careErrors.changedMeanwhile),
      });
      await watch.tellAtOnce({ caseId, openedAt: now }, now);
      return answer;
    },

    /** The case, as long as an own opening of it lasts; each reading is written into the audit first. @throws AppError care.openingOver */
    async read(request: Request, caseId: string): Promise<OpenedCase> {
      const { actor, now } = request;
      const supportCase = await mustReach(request, caseId);
      const own = (await openingsOfCase(caseId)).filter(({ by, until }) => by === actor.accountId && until > now);
      const until = own.at(-1)?.until;
      if (!until) throw new AppError(careErrors.openingOver);
      await writeAudit(table, request, supportCase, 'emergency');
      const range = { beginsWith: 'NOTE#' };
      const [{ alias, risk }, content, page, { plan }] = await Promise.all([
        CaseHead.open(sealer, supportCase.headSealed, caseId),
        CaseContent.open(sealer, supportCase.contentSealed, caseId),
        table.query(NoteItem, `CASE#${caseId}`, { range, limit: 10, newestFirst: true }),
        latestPlan({ table, sealer }, caseId),
      ]);
      const notes = await Promise.all(
        page.items.map(async ({ id, at, sealed }) => ({ at, ...(await NoteRecord.open(sealer, sealed, caseId, id)) })),
      );
      const { forWhom, contact, languages, summary } = content;
      return {
        caseId,
        until,
        alias,
        risk,
        state: supportCase.state,
        forWhom,
        contact,
        languages,
        summary,
        notes,
        plan,
      };
    },

    /** What waits for a review at a place and below, the oldest first. */
    async list({ actor, now }: Request, place: Scope, paging: PageQuery): Promise<Page<OpeningView>> {
      actor.mustReach('care.breakGlass', { scope: place });
      const keep = (opening: OpeningRow) => isWithin(opening.place, place);
      const where = { index: 'openBySocialWorker', partition: openingsOf(place), keep };
      const page = await filteredPage(table, OpeningItem, where, paging);
      const items = page.items.map(async ({ caseId, openedAt, until, by, sealed }) => {
        const { reason } = await OpeningRecord.open(sealer, sealed, caseId, openedAt);
        const isMine = by === actor.accountId;
        return { caseId, openedAt, until, by, isMine, isReadable: isMine && until > now, reason };
      });
      return { ...page, items: await Promise.all(items) };
    },

    /** Those that were reviewed at a place and below, the latest first: for whoever looks after what is done with people's data. */
    async past({ actor }: Request, place: Scope, paging: PageQuery): Promise<Page<PastOpening>> {
      actor.mustReach('care.breakGlass', { scope: place });
      const keep = (opening: OpeningRow) => isWithin(opening.place, place);
      const where = { index: 'openBySocialWorker', partition: pastOpeningsOf(place), keep, newestFirst: true };
      const page = await filteredPage(table, OpeningItem, where, paging);
      const items = page.items.map(async ({ caseId, openedAt, until, by, sealed }) => {
        const { reason, review } = await OpeningRecord.open(sealer, sealed, caseId, openedAt);
        if (!review) throw new Error('an opening that is over without a review');
        return { caseId, openedAt, until, by, reason, review };
      });
      return { ...page, items: await Promise.all(items) };
    },

    /**
     * Another supervisor than the one who opened says whether the reason held; it ends the opening.
     *
     * @throws AppError care.openingReviewed, care.ownOpening
     */
    async review(command: Command, { caseId, openedAt, ...review }: OpeningReview) {
      const { actor, now } = command;
      await mustReach(command, caseId);
      const opening = await table.get(OpeningItem, { caseId, openedAt });
      if (!opening?.dueAt) throw new AppError(careErrors.openingReviewed);
      if (opening.by === actor.accountId) throw new AppError(careErrors.ownOpening);
      const { version } = opening;
      const before = await OpeningRecord.open(sealer, opening.sealed, caseId, openedAt);
      const record = { ...before, review: { ...review, by: actor.accountId, at: now } };
      const reviewed = {
        ...opening,
        until: opening.until < now ? opening.until : now,
        dueAt: undefined,
        sealed: await OpeningRecord.seal(sealer, record, caseId, openedAt),
        version: version + 1,
      };
      const answer = { caseId, openedAt };
      const writes = { opening: table.put(OpeningItem, reviewed, { is: { version } }) };
      mustCommit(await commit(command, table, writes, { answer }), {
        opening: () => new AppError(careErrors.changedMeanwhile),
      });
      return answer;
    },
  };
}
