import {
  nextTelling,
  overAt,
  runsOut,
  supervisionRunsOut,
} from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import {
  type CounsellorsQuery,
  type CounsellorView,
  type Offer,
  type Standing,
  standingFaults,
} from '@kaifong/shared/care/counsellors/standing-schema.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { mayTakeNew } from '@kaifong/shared/care/matching/eligibility.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { CareDeps } from '../deps.ts';
import { CounsellorProfile } from '../sealed.ts';
import { SupervisionItem } from '../supervision/supervision.table.ts';
import { asMatchable, type CounsellorService, type OpenedCounsellor, placesOf, unmoved } from './counsellor.service.ts';
import { CounsellorItem, type CounsellorRow } from './counsellor.table.ts';

/** Counsellors as their supervisors look after them: certificates, vetting, supervision and limits. */
export function counsellorDeskService({ table, sealer }: CareDeps, counsellors: CounsellorService) {
  async function withSupervision(views: readonly Omit<CounsellorView, 'supervision'>[]): Promise<CounsellorView[]> {
    const found = await table.getAll(SupervisionItem, views);
    return views.map((view, index) => {
      const { supervisor, deputy, version = 0 } = found[index] ?? {};
      return { ...view, supervision: { supervisor, deputy, version } };
    });
  }

  type Change = Readonly<{ row?: Partial<CounsellorRow>; profile: Partial<CounsellorProfile> }>;

  /** Changes a counsellor as she was seen, for a supervisor of where she lives. */
  async function rewrite(
    command: Command,
    counsellorId: string,
    version: number,
    changeOf: (row: CounsellorRow) => Change,
  ) {
    const answer = { counsellorId, version: version + 1 };
    return untilSettled(async () => {
      const row = await table.get(CounsellorItem, { id: counsellorId });
      const profile = row && (await CounsellorProfile.open(sealer, row.profileSealed, counsellorId));
      command.actor.mustReach('care.superviseCounsellors', profile ? { scope: profile.community } : {});
      if (!row || !profile || row.endedAt || (row.version ?? 0) !== version) {
        throw new AppError(careErrors.counsellorChanged);
      }
      const change = changeOf(row);
      const profileSealed = await CounsellorProfile.seal(sealer, { ...profile, ...change.profile }, counsellorId);
      const changed = { ...row, ...change.row, profileSealed, version: version + 1 };
      const writes = { counsellor: table.put(CounsellorItem, changed, unmoved(row)) };
      const outcome = await commit(command, table, writes, { answer });
      if (!outcome.committed && !outcome.refused.has('counsellor')) mustCommit(outcome, {});
      return outcome.committed ? answer : undefined;
    });
  }

  return {
    /** The counsellors who live at a place and below, those who need looking after first. */
    async list(
      { actor, now }: Request,
      { place, limit, cursor }: z.output<typeof CounsellorsQuery>,
    ): Promise<Page<CounsellorView>> {
      actor.mustReach('care.superviseCounsellors', { scope: place });
      const after = cursor ? decodeCursor(cursor, { attribute: 'list', partition: place }) : undefined;
      const views = (await counsellors.all())
        .filter(({ profile }) => isWithin(profile.community, place))
        .map((opened) => viewOf(opened, now))
        .sort((one, other) => rankOf(one) - rankOf(other) || (one.counsellorId < other.counsellorId ? -1 : 1));
      const from = after ? views.findIndex(({ counsellorId }) => counsellorId === after.id) + 1 : 0;
      const items = await withSupervision(views.slice(from, from + limit));
      const hasMore = views.length > from + limit;
      return { items, ...(hasMore && { cursor: encodeCursor({ list: place, id: items.at(-1)?.counsellorId }) }) };
    },

    /**
     * Writes down what a supervisor has seen of the papers, and the limits. Cases that the counsellor has stay with her.
     *
     * @throws AppError care.counsellorChanged, and platform.notAllowed for a counsellor elsewhere or nowhere
     */
    change: (command: Command, counsellorId: string, { version, credential, ...standing }: Standing) =>
      rewrite(command, counsellorId, version, ({ supervisedUntil }) => {
        const { level, caseLimit, weeklyCapMinutes, vettedUntil } = standing;
        const papers = { credentialUntil: credential.until, vettedUntil };
        const lookAt = nextTelling({ ...papers, supervisedUntil }, command.now);
        return {
          row: { ...papers, places: placesOf(standing), lookAt },
          profile: { level, caseLimit, weeklyCapMinutes, credentialNumber: credential.number },
        };
      }),

    /**
     * Writes down what she talks about, when she has time (unchanged where nothing is said) and from where she is given no case.
     *
     * @throws AppError care.counsellorChanged, and platform.notAllowed for a counsellor elsewhere or nowhere
     */
    changeOffer: (command: Command, counsellorId: string, { version, topics, slots, awayFrom }: Offer) =>
      rewrite(command, counsellorId, version, () => ({ profile: { topics, awayFrom, ...(slots && { slots }) } })),
  };
}

const rankOf = ({ faults: [first] }: Pick<CounsellorView, 'faults'>) =>
  first === undefined ? standingFaults.length : standingFaults.indexOf(first);

function viewOf(opened: OpenedCounsellor, now: Instant): Omit<CounsellorView, 'supervision'> {
  const { row, profile } = opened;
  const { credentialUntil, vettedUntil, supervisedUntil, openCases, version = 0 } = row;
  const isOver = (until: string | undefined) => until !== undefined && overAt(until) <= now;
  const is: Record<(typeof standingFaults)[number], boolean> = {
    credentialOver: isOver(credentialUntil),
    supervisionOver: supervisedUntil <= now,
    vettingOver: isOver(vettedUntil),
    supervisionEnds: supervisedUntil > now && supervisionRunsOut(supervisedUntil, now),
    credentialEnds: !isOver(credentialUntil) && runsOut(credentialUntil, now),
    vettingEnds: !isOver(vettedUntil) && runsOut(vettedUntil, now),
  };
  const { credentialNumber } = profile;
  return {
    counsellorId: row.id,
    workName: profile.workName,
    topics: profile.topics,
    slots: profile.slots,
    awayFrom: profile.awayFrom,
    level: profile.level,
    caseLimit: profile.caseLimit,
    weeklyCapMinutes: profile.weeklyCapMinutes,
    ...{ credentialUntil, vettedUntil, supervisedUntil, openCases, version },
    ...(credentialNumber && { credentialNumber: `****${credentialNumber.slice(-4)}` }),
    faults: standingFaults.filter((fault) => is[fault]),
    takesNew: mayTakeNew(asMatchable(opened, now), now),
  };
}
