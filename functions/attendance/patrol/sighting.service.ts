import { patrolErrors } from '@kaifong/shared/attendance/patrol/errors.ts';
import type { Patrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import { metresBeside, type Passing, type Sighting } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { isLate } from '@kaifong/shared/attendance/review.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { PatrolItem, PatrolOf, patrolsOf } from './patrol.table.ts';
import { patrolsInWords } from './view.ts';
import { wayPointsFrom } from './way-points.ts';

/** So many of her latest patrols may be the one: a shift has no more. */
const mostLooked = 12;

/** Codes of way-points that the phone of a patrol's leader has seen. */
export function sightingService(deps: Pick<AttendanceDeps, 'table' | 'sealer' | 'people'>) {
  const { table, people } = deps;
  const wayPoints = wayPointsFrom(deps);

  /** The patrol that she led at a time, if it still takes what its phone kept. */
  async function mustFindLed(accountId: string, at: Instant): Promise<PatrolItem> {
    const range = { beginsWith: 'PATROL#' };
    const { items } = await table.query(PatrolOf, patrolsOf(accountId), {
      range,
      limit: mostLooked,
      newestFirst: true,
    });
    const patrols = await table.getAll(PatrolItem, items);
    const led = patrols.find((patrol) => patrol !== undefined && isUnderWay(patrol, at));
    if (!led) throw new AppError(patrolErrors.noPatrol);
    return led;
  }

  return {
    /**
     * Marks a way-point as passed by the patrol that the asker leads; the first time counts, and what comes twice changes nothing.
     *
     * @throws AppError platform.notAllowed; of patrol: noPatrol, codeUnknown, codeOfOtherTeam, codeRevoked
     */
    async see(command: Command, { code, seenAt, sentAt }: Sighting): Promise<Patrol> {
      const { actor, now } = command;
      const byOurClock = shiftBy(seenAt, Date.parse(now) - Date.parse(sentAt));
      const at = byOurClock < now ? byOurClock : now;
      return untilSettled(async () => {
        const patrol = await mustFindLed(actor.accountId, at);
        actor.mustReach('attendance.run', { scope: patrol.teamScope });
        const wayPoint = await wayPoints.mustRead(patrol.teamScope, code, at);
        const metres = metresBeside(wayPoint, patrol.track, at);
        const passing: Passing = {
          ...{ wayPointId: wayPoint.wayPointId, name: wayPoint.name, at, way: 'code' },
          ...(isLate(at, now) && { receivedAt: now }),
          ...(metres !== undefined && { metres }),
        };
        const after = { ...patrol, passed: withPassing(patrol.passed, passing), version: patrol.version + 1 };
        const [answer] = await patrolsInWords(people, command, [after]);
        const write = table.put(PatrolItem, after, { is: { version: patrol.version } });
        return (await commit(command, table, { patrol: write }, { answer })).committed ? answer : undefined;
      });
    },
  };
}

const isUnderWay = ({ startedAt, endsAt, dueAt }: PatrolItem, at: Instant): boolean =>
  dueAt !== undefined && startedAt <= at && at <= endsAt;

/** The passings with one more; a code says more than a phone that was near by, and else the first one stands. */
export function withPassing(passed: readonly Passing[], passing: Passing): Passing[] {
  const known = passed.find(({ wayPointId }) => wayPointId === passing.wayPointId);
  if (!known) return [...passed, passing];
  if (known.way === 'code' || passing.way === 'fix') return [...passed];
  return passed.map((each) => (each === known ? passing : each));
}
