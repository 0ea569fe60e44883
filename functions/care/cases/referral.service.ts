import {
  canBeReceivedOn,
  type Referral,
  type ReferralAnswer,
  type ReferralEntry,
  type ReferralView,
  referralDueAt,
} from '@kaifong/shared/care/cases/referral.ts';
import { referralErrors } from '@kaifong/shared/care/cases/referral-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { namesAnIllness } from '@kaifong/shared/care/words.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { aliasesOf } from '../aliases.ts';
import { CaseItem } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { figureMark } from '../figures/figures.table.ts';
import { ReferralRecord } from '../sealed.ts';
import { PromiseItem, promised } from './promise.table.ts';
import { ReferralItem, type ReferralRow, referralsBy } from './referral.table.ts';

type Storage = Pick<CareDeps, 'table' | 'sealer'>;

/** All referrals of a case, in order of time. */
export async function referralsOfCase({ table, sealer }: Storage, caseId: string): Promise<ReferralView[]> {
  const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'REFERRAL#' }, { rows: ReferralItem });
  const viewOf = async ({ id, at, open, dueAt, sealed }: ReferralRow) => {
    const { by: _, ...referral } = await ReferralRecord.open(sealer, sealed, caseId, id);
    return { referralId: id, at, open, dueAt, ...referral };
  };
  return (await Promise.all(rows.map(viewOf))).toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** Handing somebody on to a hospital or a hotline, until it is known that she arrived. */
export function referralService({ table, sealer }: CareDeps) {
  async function open(command: Command, caseId: string, { asMeant, ...referral }: Referral, attempt = 0) {
    const { actor, now } = command;
    const supportCase = await mustHold(table, actor, 'care.refer', caseId);
    if (supportCase.state === 'closed') throw new AppError(careErrors.closed);
    if (!asMeant && namesAnIllness(referral.reason)) throw new AppError(careErrors.namesAnIllness);
    const { version, socialWorker } = supportCase;
    const id = newId('referral', Date.parse(now));
    const sealed = await ReferralRecord.seal(sealer, { ...referral, answers: [], by: actor.accountId }, caseId, id);
    const dueAt = referralDueAt(now, referral.consent === 'lifeInDanger');
    const answer = { referralId: id, open: true };
    const outcome = await commit(
      command,
      table,
      {
        // A closing that has looked for referrals before this one finds the case changed.
        supportCase: table.put(CaseItem, { ...supportCase, version: version + 1 }, { is: { version } }),
        referral: table.put(
          ReferralItem,
          { id, caseId, socialWorker, at: now, open: true, dueAt, sealed, version: 0 },
          { absent: true },
        ),
        promise: table.put(PromiseItem, promised(caseId, id, dueAt), { absent: true }),
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return open(command, caseId, { asMeant, ...referral }, attempt + 1);
    mustCommit(outcome, { supportCase: changedMeanwhile });
    return answer;
  }

  return {
    /**
     * Notes that the person was handed on, to whom, why, and that she agreed or her life is in danger. The case cannot end before it is known
     * what became of it.
     *
     * @throws AppError care.closed, care.namesAnIllness until it is said to be meant, care.changedMeanwhile
     */
    open: (command: Command, caseId: string, referral: Referral) => open(command, caseId, referral),

    /**
     * What became of a referral: they have her, she did not arrive and is to be asked again tomorrow, or she does not go.
     *
     * @throws AppError platform.notFound; careReferral.ended, day
     */
    async answer(command: Command, caseId: string, referralId: string, told: ReferralAnswer) {
      const { actor, now } = command;
      await mustHold(table, actor, 'care.refer', caseId);
      const found = await table.get(ReferralItem, { caseId, id: referralId });
      if (!found) throw new AppError(platformErrors.notFound);
      if (!found.open) throw new AppError(referralErrors.ended);
      if (told.outcome === 'received' && !canBeReceivedOn(told.receivedOn, { openedAt: found.at, now })) {
        throw new AppError(referralErrors.day);
      }
      const referral = await ReferralRecord.open(sealer, found.sealed, caseId, referralId);
      const answers = [...referral.answers, { at: now, answer: told }];
      const sealed = await ReferralRecord.seal(sealer, { ...referral, answers }, caseId, referralId);
      const isOpen = told.outcome === 'didNotArrive';
      const { version } = found;
      const after: ReferralRow = {
        ...found,
        open: isOpen,
        dueAt: isOpen ? referralDueAt(now, true) : found.dueAt,
        sealed,
        version: version + 1,
      };
      const answer = { referralId, open: isOpen };
      const writes = {
        referral: table.put(ReferralItem, after, { is: { version } }),
        figures: figureMark(table, caseId, now),
      };
      mustCommit(await commit(command, table, writes, { answer }), { referral: changedMeanwhile });
      return answer;
    },

    /** The referrals of one's own cases that nobody has confirmed, the first to be asked about first. */
    async mine({ actor }: Request, paging: PageQuery): Promise<Page<ReferralEntry>> {
      if (actor.scopesAs('socialWorker').length === 0) throw new AppError(platformErrors.notAllowed);
      const page = await table.query(ReferralItem, referralsBy(actor.accountId), { index: 'byDue', ...paging });
      const aliasOf = await aliasesOf({ table, sealer }, page.items);
      const items = page.items.map(({ id, caseId, dueAt }) => ({
        referralId: id,
        caseId,
        alias: aliasOf(caseId),
        dueAt,
      }));
      return { ...page, items };
    },
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
