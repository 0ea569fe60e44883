import { endOf, isWritable, overlaps, sessionLimits, type UnplannedTalk } from '@kaifong/shared/care/cases/session.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { CaseItem } from '../care.table.ts';
import { minutesHeld, SessionItem } from '../cases/session.table.ts';
import { dayOfCounsellor, dayWith } from '../counsellors/counsellor-day.ts';
import type { CareDeps } from '../deps.ts';
import { figureMark } from '../figures/figures.table.ts';
import { SessionRecord } from '../sealed.ts';

/** Talks that nobody had planned, written down as sessions that were held. */
export function talkService({ table, sealer }: CareDeps) {
  async function record(command: Command, caseId: string, { startsAt, ...how }: UnplannedTalk, attempt = 0) {
    const { actor, now } = command;
    const supportCase = await mustHold(table, actor, 'care.planSession', caseId);
    const { state, counsellor, counsellorId, assignedAt = now, version } = supportCase;
    if (state === 'closed') throw new AppError(careErrors.closed);
    if (!counsellor || !counsellorId) throw new AppError(sessionErrors.noCounsellor);
    const { minutes } = how;
    if (!isWritable({ startsAt, minutes }, { assignedAt, now })) {
      throw new AppError(sessionErrors.talkTime, { days: sessionLimits.writtenDownDays });
    }
    const today = await dayOfCounsellor(table, counsellorId, startsAt);
    const id = newId('session', Date.parse(now));
    const time = { sessionId: id, startsAt, endsAt: endOf({ startsAt, minutes }), minutes };
    if (today.sessions.some((other) => overlaps(time, other))) throw new AppError(sessionErrors.counsellorBusy);
    const sessions = [...today.sessions, time];
    if (minutesHeld({ sessions }) > sessionLimits.minutesADay) throw new AppError(sessionErrors.dayTooLong);
    const told = [{ at: now, by: actor.accountId, report: { outcome: 'held' as const, minutes } }];
    const sealed = await SessionRecord.seal(sealer, { ...how, told }, caseId, id);
    const session = { id, caseId, counsellorId, counsellor, state: 'held' as const, startsAt, sealed, version: 0 };
    const answer = { sessionId: id, state: session.state };
    const outcome = await commit(
      command,
      table,
      {
        supportCase: table.put(CaseItem, { ...supportCase, version: version + 1 }, { is: { version } }),
        day: dayWith(table, today, sessions),
        session: table.put(SessionItem, session, { absent: true }),
        figures: figureMark(table, caseId, startsAt),
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return record(command, caseId, { startsAt, ...how }, attempt + 1);
    mustCommit(outcome, { supportCase: changedMeanwhile, day: changedMeanwhile });
    return answer;
  }

  return {
    /**
     * Keeps a talk as a session that was held, with its minutes; they count like those of any other.
     *
     * @throws AppError care.closed, care.changedMeanwhile; careSession.noCounsellor, talkTime, counsellorBusy, dayTooLong
     */
    record: (command: Command, caseId: string, talk: UnplannedTalk) => record(command, caseId, talk),
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
