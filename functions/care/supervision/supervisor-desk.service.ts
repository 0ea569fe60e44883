import {
  type Absence,
  isAway,
  type SupervisorCard,
  type SupervisorChange,
} from '@kaifong/shared/care/supervision/supervision.ts';
import { supervisionErrors } from '@kaifong/shared/care/supervision/supervision-errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { MemberItem } from '../on-call/rota.table.ts';
import { cardsOf } from '../on-call/rota-reader.ts';
import { CounsellorProfile, DutyCardRecord, SupervisorChangeRecord } from '../sealed.ts';
import {
  deputisedBy,
  SupervisionItem,
  type SupervisionRow,
  SupervisorChangeItem,
  SupervisorItem,
  superviseesOf,
  supervisors,
} from './supervision.table.ts';

/** Who supervises whom: supervisors tell that they are there, are given counsellors, and see their own. */
export function supervisorDeskService(deps: CareDeps) {
  const { table, sealer } = deps;

  async function rowsOf() {
    const { found } = await table.collect(supervisors, { beginsWith: 'SUPERVISOR#' }, { found: SupervisorItem });
    return found;
  }

  async function counsellor(counsellorId: string) {
    const row = await table.get(CounsellorItem, { id: counsellorId });
    return row && { row, profile: await CounsellorProfile.open(sealer, row.profileSealed, counsellorId) };
  }

  /** @throws AppError careSupervision.cannotSupervise, herself */
  async function mustBeAble(keys: readonly string[], person: string, community: Scope): Promise<void> {
    const found = await table.getAll(
      SupervisorItem,
      keys.map((supervisor) => ({ supervisor })),
    );
    for (const row of found) {
      const reaches = row?.scopes.some((scope) => isWithin(community, scope));
      if (!row || !reaches) throw new AppError(supervisionErrors.cannotSupervise);
      if (row.person === person) throw new AppError(supervisionErrors.herself);
    }
  }

  /** A counsellor in the list of the one who asks. */
  async function superviseeOf({ counsellorId, supervisor }: SupervisionRow, { actor, now }: Request) {
    const found = await counsellor(counsellorId);
    if (!found || found.row.endedAt) return [];
    const isMine = supervisor === actor.accountId;
    const lead = isMine || !supervisor ? undefined : await table.get(SupervisorItem, { supervisor });
    return [
      {
        counsellorId,
        workName: found.profile.workName,
        as: isMine ? ('supervisor' as const) : ('deputy' as const),
        isOpen: isMine || isAway({ from: lead?.awayFrom, until: lead?.awayUntil }, now),
        supervisedUntil: found.row.supervisedUntil,
        openCases: found.row.openCases,
      },
    ];
  }

  return {
    /** Tells that she supervises here, what counsellors call her, and the phone that reminders go to. */
    async keepCard(command: Command, card: SupervisorCard) {
      const { actor } = command;
      const supervisor = actor.accountId;
      const before = await table.get(SupervisorItem, { supervisor });
      const sealed = await DutyCardRecord.seal(sealer, card, supervisor);
      const row = { ...before, supervisor, person: actor.ownVolunteerId, scopes: actor.scopesAs('careSupervisor') };
      const answer = { isKept: true } as const;
      const writes = {
        supervisor: table.put(SupervisorItem, row),
        card: table.put(MemberItem, { member: supervisor, sealed }),
      };
      mustCommit(await commit(command, table, writes, { answer }), {});
      return answer;
    },

    /** Says on which days deputies stand in. @throws AppError careSupervision.cannotSupervise before she has told who she is */
    async beAway(command: Command, { from, until }: Absence) {
      const supervisor = command.actor.accountId;
      const before = await table.get(SupervisorItem, { supervisor });
      if (!before) throw new AppError(supervisionErrors.cannotSupervise);
      const answer = { isKept: true } as const;
      const row = { ...before, awayFrom: from, awayUntil: until };
      mustCommit(await commit(command, table, { row: table.put(SupervisorItem, row) }, { answer }), {});
      return answer;
    },

    /** Her card, her absence, and page by page the counsellors she supervises; those whose deputy she is come with the first page. */
    async own(request: Request, paging: PageQuery) {
      const supervisor = request.actor.accountId;
      const [row, cards, page, deputised] = await Promise.all([
        table.get(SupervisorItem, { supervisor }),
        cardsOf(deps),
        table.query(SupervisionItem, superviseesOf(supervisor), { index: 'openBySocialWorker', ...paging }),
        paging.cursor
          ? { items: [] }
          : table.query(SupervisionItem, deputisedBy(supervisor), { index: 'bySocialWorker', limit: 50 }),
      ]);
      const card = row && cards.get(supervisor);
      const items = await Promise.all([...page.items, ...deputised.items].map((each) => superviseeOf(each, request)));
      return {
        ...(card && { card: { workName: card.workName, mobile: maskMobile(card.mobile) } }),
        ...(row?.awayFrom && row.awayUntil && { away: { from: row.awayFrom, until: row.awayUntil } }),
        items: items.flat(),
        ...(page.cursor && { cursor: page.cursor }),
      };
    },

    /** Supervisors who reach a place, to be chosen from; a district has some dozens. */
    async list({ actor }: Request, place: Scope) {
      actor.mustReach('care.superviseCounsellors', { scope: place });
      const [rows, cards] = await Promise.all([rowsOf(), cardsOf(deps)]);
      const reach = rows.filter(({ scopes }) => scopes.some((scope) => isWithin(place, scope)));
      const items = reach.map(({ supervisor }) => ({ supervisor, workName: cards.get(supervisor)?.workName ?? '' }));
      return { items };
    },

    /**
     * Gives a counsellor another supervisor and deputy. The one before reads nothing of the cases from the next request on.
     *
     * @throws AppError careSupervision.changed, cannotSupervise, herself; platform.notAllowed for a counsellor elsewhere or nowhere
     */
    async change(command: Command, counsellorId: string, { version, supervisor, deputy, reason }: SupervisorChange) {
      const { actor, now } = command;
      const answer = { counsellorId, version: version + 1 };
      return untilSettled(async () => {
        const found = await counsellor(counsellorId);
        actor.mustReach('care.superviseCounsellors', found ? { scope: found.profile.community } : {});
        const before = await table.get(SupervisionItem, { counsellorId });
        if (!found || found.row.endedAt || (before?.version ?? 0) !== version) {
          throw new AppError(supervisionErrors.changed);
        }
        await mustBeAble([supervisor, ...(deputy ? [deputy] : [])], found.row.person, found.profile.community);
        const record = { supervisor, deputy, reason, by: actor.accountId };
        const sealed = await SupervisorChangeRecord.seal(sealer, record, counsellorId, now);
        const row = { ...before, counsellorId, supervisor, deputy, version: version + 1 };
        const writes = {
          supervision: table.put(SupervisionItem, row, before ? { is: { version } } : { absent: true }),
          change: table.put(SupervisorChangeItem, { counsellorId, at: now, version, sealed }, { absent: true }),
        };
        const outcome = await commit(command, table, writes, { answer });
        if (!outcome.committed && outcome.refused.size === 0) return undefined;
        mustCommit(outcome, {
          supervision: () => new AppError(supervisionErrors.changed),
          change: () => new AppError(supervisionErrors.changed),
        });
        return answer;
      });
    },
  };
}
