import { amendmentErrors } from '@kaifong/shared/attendance/amendments/errors.ts';
import { noticeEndsAt } from '@kaifong/shared/attendance/amendments/rules.ts';
import type {
  AmendmentDecision,
  AmendmentStanding,
  AmendmentsQuery,
  AmendmentToDecide,
  ObjectionDecision,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { approvalNeeded } from '@kaifong/shared/attendance/rules.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { isEnough, mayApprove } from '../approving.ts';
import { ChainHead } from '../attendance.table.ts';
import { countedSoFar } from '../counted-so-far.ts';
import type { AttendanceDeps } from '../deps.ts';
import { kinOf } from '../kin.ts';
import { ownRecordsOf } from '../own-records.ts';
import { AmendmentItem, amendmentsIn, EvidenceUse, fileGoesAt, movedOn, placeInQueue } from './amendment.table.ts';
import { moveOf } from './move-of.ts';
import { isPartOf, standingOf, toDecide } from './view.ts';

/** Most requests that the same file is looked for in. */
const mostUses = 100;

/** What coordinators decide of amendments: a second person approves, and somebody without a part in it decides over objections. */
export function decisionService({ table, identity, people, settings }: AttendanceDeps) {
  /**
   * Carries a decision out on one that is in a state; again when it was moved in between.
   *
   * @throws AppError platform.notFound, platform.notAllowed, amendment.cannotMove, amendment.decidedByAnother
   */
  function decideOn(
    command: Command,
    id: string,
    state: AmendmentItem['state'],
    decide: (before: AmendmentItem) => Promise<Partial<AmendmentItem> & Pick<AmendmentItem, 'state'>>,
  ): Promise<AmendmentStanding> {
    const { actor, now } = command;
    return untilSettled(async () => {
      const before = await table.get(AmendmentItem, { id });
      if (!before) throw new AppError(platformErrors.notFound);
      actor.mustReach('amendment.decide', { scope: before.teamScope });
      if (before.state !== state) throw new AppError(amendmentErrors.cannotMove);
      if (isPartOf(before, actor, await ownRecordsOf(table, actor)))
        throw new AppError(amendmentErrors.decidedByAnother);
      const { after, writes } = movedOn(table, before, await decide(before));
      const { volunteerId, shiftId, teamScope } = after;
      const ids = `${volunteerId} ${id} ${shiftId} ${teamScope}`;
      const audit = identity.audit.line(command, `amendment.${after.state}`, ids);
      const answer = standingOf(after);
      const outcome = await commit(command, table, { ...writes, audit }, { answer, events: [moveOf(after, now)] });
      return outcome.committed ? answer : undefined;
    });
  }

  /** The minutes that her day would come to. */
  async function minutesOfDayWith({ volunteerId, shift, corrects, minutes }: AmendmentItem): Promise<number> {
    const head = await table.get(ChainHead, { volunteerId });
    const kin = await kinOf(table, volunteerId, head);
    const { minutesOfDay } = await countedSoFar(table, { shift, volunteerId, kin }, corrects);
    return minutesOfDay + minutes;
  }

  /** For how many other shifts the very same file was handed in, as far as that matters. */
  async function otherShiftsOf({ file, shiftId }: AmendmentItem): Promise<number> {
    if (!file.digest) return 0;
    const { items } = await table.query(EvidenceUse, `EVIDENCE#${file.digest}`, { limit: mostUses });
    return new Set(items.map((use) => use.shiftId).filter((each) => each !== shiftId)).size;
  }

  return {
    /** Those at a place and below, the first that were asked for first. */
    async list({ actor }: Request, { place, state, ...page }: AmendmentsQuery): Promise<Page<AmendmentToDecide>> {
      actor.mustReach('amendment.decide', { scope: place });
      const { items, cursor } = await mergedPage(
        {
          lists: streetsOf(place).map(
            (street) => (stretch) =>
              table.query(AmendmentItem, amendmentsIn(street, state), { index: 'waitingByStreet', ...stretch }),
          ),
          placeOf: placeInQueue,
          to: '9999-12-31T00:00:00.000Z~',
          keep: ({ teamScope }) => isWithin(teamScope, place),
        },
        page,
      );
      const found = await people.findVolunteers([...new Set(items.map(({ volunteerId }) => volunteerId))]);
      const own = await ownRecordsOf(table, actor);
      const persons = new Map(found.map((person) => [person.id, person]));
      return {
        items: await Promise.all(
          items.map(async (amendment) => {
            const otherShifts = await otherShiftsOf(amendment);
            return {
              ...toDecide(amendment, persons.get(amendment.volunteerId), actor, own),
              ...(otherShifts > 0 && { fileOfOtherShifts: otherShifts }),
            };
          }),
        ),
        ...(cursor && { cursor }),
      };
    },

    /**
     * Approves one, so that its public notice begins, or refuses it. Over 12 hours of a day are for the district to approve.
     *
     * @throws AppError those of `decideOn`, amendment.dayNeedsDistrict
     */
    decide(command: Command, id: string, { outcome, words }: AmendmentDecision): Promise<AmendmentStanding> {
      const { actor, now } = command;
      const said = { words, at: now, by: actor.accountId };
      return decideOn(command, id, 'asked', async (before) => {
        if (outcome === 'refuse') return { state: 'refused', decision: said, keepsFileUntil: fileGoesAt(now) };
        const minutes = await minutesOfDayWith(before);
        const upTo = mayApprove(actor, before.teamScope) === 'district' ? 'district' : 'organiser';
        const [ofDay, ofToday] = await Promise.all([
          settings.on('attendance', dayOf(before.shift.startsAt), now),
          settings.on('attendance', dayOf(now), now),
        ]);
        if (!isEnough(upTo, approvalNeeded(minutes, ofDay)))
          throw new AppError(amendmentErrors.dayNeedsDistrict, { minutes });
        return { state: 'onNotice', approval: { ...said, upTo }, noticeUntil: noticeEndsAt(now, ofToday) };
      });
    },

    /**
     * Decides over all objections that are open: they are right and nothing is booked, or the notice goes on. By somebody who neither asked,
     * nor approved, nor objected.
     *
     * @throws AppError those of `decideOn`
     */
    decideObjections(command: Command, id: string, { outcome, words }: ObjectionDecision): Promise<AmendmentStanding> {
      const { actor, now } = command;
      return decideOn(command, id, 'objected', async ({ objections }) => ({
        ...(outcome === 'upheld'
          ? { state: 'refused' as const, keepsFileUntil: fileGoesAt(now) }
          : { state: 'onNotice' as const }),
        decision: { words, at: now, by: actor.accountId },
        objections: objections.map((objection) => ({ outcome, ...objection })),
      }));
    },
  };
}
