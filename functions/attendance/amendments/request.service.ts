import { amendmentErrors } from '@kaifong/shared/attendance/amendments/errors.ts';
import { askableFrom, decideAsk } from '@kaifong/shared/attendance/amendments/rules.ts';
import type {
  Amendment,
  AmendmentForOther,
  AmendmentStanding,
  AskableShift,
  AskedAmendment,
  OwnAmendment,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { idPrefixes } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { clockOf, minutesBetween } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { ShiftFacts } from '../../scheduling/index.ts';
import { Attendance } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { ownRecordsOf } from '../own-records.ts';
import {
  AmendmentAskedBy,
  AmendmentItem,
  AmendmentOf,
  EvidenceUse,
  movedOn,
  OpenAmendment,
} from './amendment.table.ts';
import { moveOf } from './move-of.ts';
import { amendmentsAskedBy, amendmentsOf, standingOf } from './view.ts';

/** The most sign-ups that are looked through for a shift to amend; each is two items of a read. */
const mostShifts = 40;

type Claim = Omit<OwnAmendment, 'named'>;
type Asked = Readonly<Pick<AmendmentItem, 'volunteerId' | 'askedBy' | 'named'>>;

/** Asking for hours to be entered or corrected afterwards, with what proves them. */
export function requestService(deps: AttendanceDeps) {
  const { table, identity, scheduling, keptFiles } = deps;

  /** @throws AppError attendance.shiftNotHeld; of amendment: tooEarly, tooLate, outsideShift, notSignedUp, alreadyOpen; those of `keptFiles.keep` */
  async function ask(command: Command, shift: ShiftFacts, claim: Claim, asked: Asked): Promise<AmendmentStanding> {
    const { actor, now } = command;
    const { shiftId, from, until, evidence, words, uploadId } = claim;
    const { volunteerId } = asked;
    if (shift.state === 'cancelled') throw new AppError(attendanceErrors.shiftNotHeld);
    mustBeAskable(shift, claim, now);
    const [signUp, [attendance, open]] = await Promise.all([
      scheduling.signUpOf(shiftId, volunteerId),
      table.getPair([Attendance, { shiftId, volunteerId }], [OpenAmendment, { shiftId, volunteerId }]),
    ]);
    if (signUp?.state !== 'signedUp' && !attendance) throw new AppError(amendmentErrors.notSignedUp);
    if (open) throw new AppError(amendmentErrors.alreadyOpen);
    const { file, taken } = await keptFiles.keep(command, uploadId);
    const id = `${idPrefixes.amendment}${uploadId.slice(idPrefixes.upload.length)}`;
    const { title, teamScope, startsAt, endsAt } = shift;
    const amendment: AmendmentItem = {
      ...{ id, shiftId, title, teamScope, shift: { startsAt, endsAt } },
      ...{ from, until, minutes: minutesBetween(from, until), words, evidence, file, ...asked },
      ...(attendance?.record ? { kind: 'correction', corrects: attendance.record } : { kind: 'backEntry' }),
      ...{ state: 'asked', askerId: actor.accountId, askedAt: now, objections: [], version: 1 },
    };
    const answer = standingOf(amendment);
    const outcome = await commit(
      command,
      table,
      {
        open: table.put(OpenAmendment, { shiftId, volunteerId, id }, { absent: true }),
        amendment: table.put(AmendmentItem, amendment, { absent: true }),
        of: table.put(AmendmentOf, { volunteerId, id }),
        askedBy: asked.askedBy === 'leader' ? table.put(AmendmentAskedBy, { askerId: actor.accountId, id }) : undefined,
        use: file.digest ? table.put(EvidenceUse, { digest: file.digest, id, shiftId }) : undefined,
        taken,
        audit: identity.audit.line(command, 'amendment.ask', `${volunteerId} ${id} ${shiftId} ${teamScope}`),
      },
      { answer, events: [moveOf(amendment, now)] },
    );
    const alreadyOpen = () => new AppError(amendmentErrors.alreadyOpen);
    mustCommit(outcome, { open: alreadyOpen, amendment: alreadyOpen, taken: alreadyOpen });
    await keptFiles.dropUpload(uploadId, file.size);
    return answer;
  }

  async function mustFindShift(shiftId: string): Promise<ShiftFacts> {
    const shift = await scheduling.shiftFacts(shiftId);
    if (!shift) throw new AppError(platformErrors.notFound);
    return shift;
  }

  return {
    /** A volunteer asks for her own hours. @throws AppError platform.notFound, and those of `ask` */
    async askOwn(command: Command, { named, ...claim }: OwnAmendment): Promise<AmendmentStanding> {
      const { volunteerId } = command.actor;
      return ask(command, await mustFindShift(claim.shiftId), claim, { volunteerId, askedBy: 'volunteer', named });
    },

    /** A leader asks for somebody of a team. @throws AppError platform.notFound, amendment.ownHours, and those of `ask` */
    async askForOther(command: Command, { volunteerId, ...claim }: AmendmentForOther): Promise<AmendmentStanding> {
      const { actor } = command;
      const shift = await mustFindShift(claim.shiftId);
      actor.mustReach('amendment.askForOther', { scope: shift.teamScope });
      if ((await ownRecordsOf(table, actor)).includes(volunteerId)) throw new AppError(amendmentErrors.ownHours);
      return ask(command, shift, claim, { volunteerId, askedBy: 'leader', named: false });
    },

    /** The own shifts, of the last that she signed up for, whose hours may be entered or corrected now, the newest first. */
    async askable(request: Request): Promise<{ items: AskableShift[] }> {
      const { actor, now } = request;
      const { volunteerId } = actor;
      const signUps = await scheduling.copies.signUps(request, volunteerId, { limit: mostShifts });
      const keys = signUps.items.map(({ shiftId }) => ({ shiftId, volunteerId }));
      if (keys.length === 0) return { items: [] };
      const [attendances, open] = await lookUp([
        table.lookupAll(Attendance, keys),
        table.lookupAll(OpenAmendment, keys),
      ]);
      const items = signUps.items.flatMap((signUp, at): AskableShift[] => {
        const { opensAt, closesAt } = askableFrom(signUp);
        if (now < opensAt || now > closesAt || open[at]) return [];
        const { shiftId, title, startsAt, endsAt, state } = signUp;
        const record = attendances[at]?.record;
        if (state !== 'signedUp' && !attendances[at]) return [];
        const kind = record ? 'correction' : 'backEntry';
        return [{ shiftId, title, startsAt, endsAt, kind, ...(record && { minutes: record.minutes }) }];
      });
      return { items };
    },

    /** The amendments about the person who asks, the newest first. */
    listOwn: ({ actor }: Request, page: PageQuery): Promise<Page<Amendment>> =>
      amendmentsOf(table, actor.volunteerId, page),

    /** What the person who asks has asked for, for others, the newest first; of teams that she runs no more nothing is told. */
    listAsked: ({ actor }: Request, page: PageQuery): Promise<Page<AskedAmendment>> =>
      amendmentsAskedBy(deps, actor, page),

    /**
     * Takes one back before it is booked; its file goes. @throws AppError platform.notFound for one that is neither hers nor asked for by
     * her, amendment.cannotMove
     */
    async withdraw(command: Command, id: string): Promise<AmendmentStanding> {
      const { actor, now } = command;
      const { file, answer } = await untilSettled(async () => {
        const before = await table.get(AmendmentItem, { id });
        if (!before || !(before.askerId === actor.accountId || actor.isVolunteer(before.volunteerId))) {
          throw new AppError(platformErrors.notFound);
        }
        if (!['asked', 'onNotice', 'objected'].includes(before.state)) throw new AppError(amendmentErrors.cannotMove);
        const { after, writes } = movedOn(table, before, { state: 'withdrawn' });
        const answer = standingOf(after);
        const outcome = await commit(command, table, writes, { answer, events: [moveOf(after, now)] });
        return outcome.committed ? { file: after.file, answer } : undefined;
      });
      await keptFiles.drop(file);
      return answer;
    },
  };
}

/** @throws AppError amendment.tooEarly, amendment.tooLate, amendment.outsideShift */
function mustBeAskable(shift: ShiftFacts, { from, until }: Claim, now: string): void {
  const decision = decideAsk({ shift, from, until, now });
  switch (decision.kind) {
    case 'allowed':
      return;
    case 'tooEarly':
      throw new AppError(amendmentErrors.tooEarly, { opensAt: clockOf(decision.opensAt) });
    case 'tooLate':
      throw new AppError(amendmentErrors.tooLate, { closedAt: clockOf(decision.closedAt) });
    case 'outsideShift':
      throw new AppError(amendmentErrors.outsideShift);
  }
}
