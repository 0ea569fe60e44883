import { careErrors } from '@kaifong/shared/care/errors.ts';
import type { DiscussionView, GivesAway, NewDiscussion } from '@kaifong/shared/care/supervision/discussion.ts';
import { givesAway, openDiscussions } from '@kaifong/shared/care/supervision/discussion.ts';
import { discussionErrors } from '@kaifong/shared/care/supervision/discussion-errors.ts';
import { supervisionErrors } from '@kaifong/shared/care/supervision/supervision-errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { mustHold } from '../access.ts';
import { writeAudit, writeCounsellorAudit } from '../audit.ts';
import type { SupportCase } from '../care.table.ts';
import { sessionRowsOf } from '../cases/sessions-of-case.ts';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { filteredPage } from '../filtered-page.ts';
import { CaseContent, CaseHead, DiscussionRecord } from '../sealed.ts';
import { DiscussionItem, type DiscussionRow, discussionsOf } from './discussion.table.ts';
import { mustSupervise, ownCounsellor } from './supervising.ts';
import { SupervisionItem } from './supervision.table.ts';

/** Cases that counsellors bring to supervision, without anything by which somebody could be known. */
export function discussionService({ table, sealer }: CareDeps) {
  async function viewOf(row: DiscussionRow, ownId?: string): Promise<DiscussionView> {
    const { id: discussionId, counsellorId, at, open: isOpen, sealed } = row;
    const record = await DiscussionRecord.open(sealer, sealed, counsellorId, discussionId);
    return { discussionId, at, isOpen, isMine: counsellorId === ownId, ...record };
  }

  async function pageOf(counsellorId: string, paging: PageQuery, ownId?: string): Promise<Page<DiscussionView>> {
    const range = { beginsWith: 'DISCUSSION#' };
    const pk = `COUNSELLOR#${counsellorId}`;
    const page = await table.query(DiscussionItem, pk, { range, ...paging, newestFirst: true });
    return { ...page, items: await Promise.all(page.items.map((row) => viewOf(row, ownId))) };
  }

  /** What of the case goes along with the words of the counsellor. */
  async function factsOf({ id, headSealed, contentSealed }: SupportCase) {
    const [{ alias, risk }, { topics }, sessions] = await Promise.all([
      CaseHead.open(sealer, headSealed, id),
      CaseContent.open(sealer, contentSealed, id),
      sessionRowsOf(table, id),
    ]);
    return { alias, risk, topics, sessions: sessions.filter(({ state }) => state === 'held').length };
  }

  return {
    /**
     * Brings a case that is in one's own hands to supervision. Words that may tell who it is are warned about until they are said to be meant;
     * the alias, and the id of the case, are never taken.
     *
     * @throws AppError careSupervision.noSupervisor; careDiscussion.namesAlias, namesNumber, namesAddress, tooMany; care.namesAnIllness
     */
    async bring(command: Command, { caseId, asMeant, text, ageBand, audience }: NewDiscussion) {
      const { actor, now } = command;
      const supportCase = await mustHold(table, actor, 'care.discuss', caseId);
      const { id: counsellorId } = await ownCounsellor(table, command);
      const supervision = await table.get(SupervisionItem, { counsellorId });
      if (!supervision?.supervisor) throw new AppError(supervisionErrors.noSupervisor);
      await writeAudit(table, command, supportCase, 'case');
      const { alias, ...facts } = await factsOf(supportCase);
      mustGiveNothingAway(text.includes(caseId) ? 'alias' : givesAway(text, alias), asMeant);
      if ((await openOnes(table, counsellorId)).length >= openDiscussions) {
        throw new AppError(discussionErrors.tooMany, { most: openDiscussions });
      }
      const id = newId('discussion', Date.parse(now));
      const sealed = await DiscussionRecord.seal(sealer, { ...facts, ageBand, audience, text }, counsellorId, id);
      const group = audience === 'group' ? supervision.supervisor : undefined;
      const row = { id, counsellorId, at: now, open: true, group, sealed, version: 0 };
      const answer = { discussionId: id };
      const { version } = supervision;
      const writes = {
        // Two that are brought at once: the second finds the supervision moved, so there are never too many.
        supervision: table.put(SupervisionItem, { ...supervision, version: version + 1 }, { is: { version } }),
        discussion: table.put(DiscussionItem, row, { absent: true }),
      };
      mustCommit(await commit(command, table, writes, { answer }), {
        supervision: () => new AppError(supervisionErrors.changed),
      });
      return answer;
    },

    /** Takes an own discussion back: nobody else reads it from now on. @throws AppError careDiscussion.closed, platform.notFound */
    async takeBack(command: Command, discussionId: string) {
      const { id: counsellorId } = await ownCounsellor(table, command);
      const row = (await allOf(table, counsellorId)).find(({ id }) => id === discussionId);
      if (!row) throw new AppError(platformErrors.notFound);
      if (!row.open) throw new AppError(discussionErrors.closed);
      const answer = { discussionId };
      mustCommit(await commit(command, table, { discussion: closed(table, row) }, { answer }), {
        discussion: () => new AppError(discussionErrors.closed),
      });
      return answer;
    },

    /** One's own, the latest first. */
    async own(request: Request, paging: PageQuery): Promise<Page<DiscussionView>> {
      const { id } = await ownCounsellor(table, request);
      return pageOf(id, paging, id);
    },

    /** What the other counsellors of one's supervisor have opened to the group; each reading is written down first. */
    async ofGroup(request: Request, paging: PageQuery): Promise<Page<DiscussionView>> {
      const { id: ownId } = await ownCounsellor(table, request);
      const own = await table.get(SupervisionItem, { counsellorId: ownId });
      if (!own?.supervisor) return { items: [] };
      const stillTheirs = await groupOf(table, own.supervisor);
      const keep = ({ counsellorId }: DiscussionRow) => counsellorId !== ownId && stillTheirs.has(counsellorId);
      const where = { index: 'openBySocialWorker', partition: discussionsOf(own.supervisor), keep };
      const page = await filteredPage(table, DiscussionItem, where, paging);
      for (const each of new Set(page.items.map(({ counsellorId }) => counsellorId))) {
        await writeCounsellorAudit(table, request, each, 'discussion', 'counsellor');
      }
      return { ...page, items: await Promise.all(page.items.map((row) => viewOf(row, ownId))) };
    },

    /** A counsellor's, for whoever supervises her now; each reading is written down first. */
    async ofSupervisee(request: Request, counsellorId: string, paging: PageQuery): Promise<Page<DiscussionView>> {
      await mustSupervise(table, request, counsellorId);
      await writeCounsellorAudit(table, request, counsellorId, 'discussion', 'careSupervisor');
      return pageOf(counsellorId, paging);
    },
  };
}

/** What closes the open discussions of a counsellor, to be written together with the session in which they were talked about. */
export async function closingDiscussions(table: Table, counsellorId: string): Promise<Record<string, Write>> {
  const open = await openOnes(table, counsellorId);
  return Object.fromEntries(open.map((row) => [`discussion ${row.id}`, closed(table, row)]));
}

const closed = (table: Table, row: DiscussionRow): Write =>
  table.put(DiscussionItem, { ...row, open: false, version: row.version + 1 }, { is: { version: row.version } });

async function allOf(table: Table, counsellorId: string): Promise<DiscussionRow[]> {
  const range = { beginsWith: 'DISCUSSION#' };
  const { items } = await table.query(DiscussionItem, `COUNSELLOR#${counsellorId}`, {
    range,
    limit: 100,
    newestFirst: true,
  });
  return items;
}

/** Never older than the last hundred: only a few are open at once, and each session closes them. */
const openOnes = async (table: Table, counsellorId: string) =>
  (await allOf(table, counsellorId)).filter(({ open }) => open);

/** The counsellors who serve and whom this supervisor has now: some dozens at most. */
async function groupOf(table: Table, supervisor: string): Promise<Set<string>> {
  const { items } = await table.query(SupervisionItem, `SUPERVISEES#${supervisor}`, {
    index: 'openBySocialWorker',
    limit: 100,
  });
  const keys = items.map(({ counsellorId }) => ({ counsellorId, id: counsellorId }));
  const [now, rows] = await Promise.all([table.getAll(SupervisionItem, keys), table.getAll(CounsellorItem, keys)]);
  const isHers = (index: number) => now[index]?.supervisor === supervisor && rows[index]?.endedAt === undefined;
  return new Set(keys.filter((_, index) => isHers(index)).map(({ id }) => id));
}

function mustGiveNothingAway(found: GivesAway | undefined, asMeant: boolean): void {
  if (!found || (asMeant && found !== 'alias')) return;
  throw new AppError(
    {
      alias: discussionErrors.namesAlias,
      number: discussionErrors.namesNumber,
      address: discussionErrors.namesAddress,
      illness: careErrors.namesAnIllness,
    }[found],
  );
}
