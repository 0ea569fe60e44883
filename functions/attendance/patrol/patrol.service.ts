import { coarse } from '@kaifong/shared/attendance/fence.ts';
import type { Fix } from '@kaifong/shared/attendance/fix.ts';
import { patrolErrors } from '@kaifong/shared/attendance/patrol/errors.ts';
import type { NewPatrol, Patrol, PatrolFixes } from '@kaifong/shared/attendance/patrol/schema.ts';
import { emptyTrack, trackAfter } from '@kaifong/shared/attendance/patrol/track.ts';
import { isPassedAt, type Passing } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import type { Point } from '@kaifong/shared/kernel/coordinates.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { Attendance } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { PatrolBook, PatrolItem, PatrolOf, PointItem, patrolsPartition, pointsPartition } from './patrol.table.ts';
import { withPassing } from './sighting.service.ts';
import { patrolsInWords } from './view.ts';
import type { WayPointItem } from './way-point.table.ts';
import { wayPointsFrom } from './way-points.ts';

/** How long the phone of a patrol that is over may bring what it kept. */
const lateFor = day;
/** The most that one tick ends, closes or purges. */
const mostPerTick = 100;

const { leastPeople, mostPeople, mostPerShift } = attendanceSettings.patrol;

type Book = Readonly<{ shiftId: string; out: string[]; begun: number; version: number }>;

/** Patrols: who goes, where and how far, and whether that counts. */
export function patrolService(deps: Pick<AttendanceDeps, 'table' | 'sealer' | 'people' | 'scheduling'>) {
  const { table, people, scheduling } = deps;
  const wayPoints = wayPointsFrom(deps);

  async function mustFindShift({ actor }: Request, shiftId: string) {
    const shift = await scheduling.shiftFacts(shiftId);
    if (!shift) throw new AppError(platformErrors.notFound);
    actor.mustReach('attendance.run', { scope: shift.teamScope });
    return shift;
  }

  async function mustFindOwn({ actor }: Request, key: Readonly<{ shiftId: string; patrolId: string }>) {
    const patrol = await table.get(PatrolItem, key);
    if (!patrol) throw new AppError(platformErrors.notFound);
    actor.mustReach('attendance.run', { scope: patrol.teamScope });
    if (patrol.startedBy !== actor.accountId) throw new AppError(patrolErrors.notYours);
    return patrol;
  }

  const putBook = (before: Book | undefined, after: Omit<Book, 'version'>) =>
    table.put(
      PatrolBook,
      { ...after, version: (before?.version ?? 0) + 1 },
      before ? { is: { version: before.version } } : { absent: true },
    );
  const putPatrol = ({ version }: PatrolItem, after: PatrolItem) => table.put(PatrolItem, after, { is: { version } });

  const inWords = (request: Request, patrols: readonly PatrolItem[]): Promise<Patrol[]> =>
    patrolsInWords(people, request, patrols);

  /** The writes that end a patrol, with its people free for another. */
  async function ending(patrol: PatrolItem, endsAt: Instant, endedByLeader: boolean) {
    const book = await table.get(PatrolBook, patrol);
    const after: PatrolItem = {
      ...{ ...patrol, state: 'ended', endsAt, endedByLeader },
      ...{ dueAt: shiftBy(endsAt, lateFor), version: patrol.version + 1 },
    };
    const out = book?.out.filter((each) => !patrol.people.includes(each)) ?? [];
    const writes = {
      book: putBook(book, { shiftId: patrol.shiftId, out, begun: book?.begun ?? 1 }),
      patrol: putPatrol(patrol, after),
    };
    return { after, writes };
  }

  return {
    /**
     * Begins a patrol of people who are at the shift now.
     *
     * @throws AppError platform.notFound, platform.notAllowed; of patrol: people, notHere, alreadyOut, notNow, tooMany
     */
    async begin(command: Command, shiftId: string, sent: NewPatrol): Promise<Patrol> {
      const { actor, now } = command;
      const count = sent.people.length;
      return untilSettled(async () => {
        const shift = await mustFindShift(command, shiftId);
        if (count < leastPeople || count > mostPeople) {
          throw new AppError(patrolErrors.people, { least: leastPeople, most: mostPeople, count });
        }
        if (now < shift.startsAt || now >= shift.endsAt) throw new AppError(patrolErrors.notNow);
        const keys = sent.people.map((volunteerId) => ({ shiftId, volunteerId }));
        const [book, stays] = await Promise.all([table.get(PatrolBook, { shiftId }), table.getAll(Attendance, keys)]);
        if (stays.some((stay) => stay?.state !== 'here')) throw new AppError(patrolErrors.notHere);
        if (book?.out.some((each) => sent.people.includes(each))) throw new AppError(patrolErrors.alreadyOut);
        if ((book?.begun ?? 0) >= mostPerShift) throw new AppError(patrolErrors.tooMany, { most: mostPerShift });
        const patrol: PatrolItem = {
          ...{ shiftId, patrolId: newId('patrol', Date.parse(now)), teamScope: shift.teamScope, state: 'running' },
          ...{ people: sent.people, startedBy: actor.accountId, startedAt: now, track: emptyTrack, passed: [] },
          ...{ endsAt: shift.endsAt, dueAt: shift.endsAt, version: 1 },
        };
        const [answer] = await inWords(command, [patrol]);
        const out = [...(book?.out ?? []), ...sent.people];
        const { patrolId } = patrol;
        // Her phone tells the way, so the patrol is a leader's too who does not count among those who go.
        const those = new Set([actor.accountId, actor.ownVolunteerId, ...sent.people]);
        const links = [...those]
          .flatMap((person) => person ?? [])
          .map((person) => [`of ${person}`, table.put(PatrolOf, { person, shiftId, patrolId })]);
        const outcome = await commit(
          command,
          table,
          {
            book: putBook(book, { shiftId, out, begun: (book?.begun ?? 0) + 1 }),
            patrol: table.put(PatrolItem, patrol, { absent: true }),
            ...Object.fromEntries(links),
          },
          { answer },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /**
     * Takes what the phone kept of the way, in order of time. What it brings twice is taken once; what lies before the beginning or after
     * the end is left out.
     *
     * @throws AppError platform.notFound, platform.notAllowed; of patrol: notYours, over
     */
    async goOn(
      command: Command,
      key: Readonly<{ shiftId: string; patrolId: string }>,
      { sentAt, fixes }: PatrolFixes,
    ): Promise<Patrol> {
      const { now } = command;
      const clockIsOff = Date.parse(now) - Date.parse(sentAt);
      const inOrder = fixes
        .map(({ at, fix }) => ({ at: shiftBy(at, clockIsOff), fix }))
        .toSorted((one, other) => (one.at < other.at ? -1 : 1));
      return untilSettled(async () => {
        const patrol = await mustFindOwn(command, key);
        if (patrol.state === 'ended' && patrol.dueAt === undefined) throw new AppError(patrolErrors.over);
        const until = patrol.endsAt < now ? patrol.endsAt : now;
        const inUse = await wayPoints.inUse(patrol.teamScope);
        const points = new Map<string, ReturnType<typeof coarse>>();
        let passed: Passing[] = patrol.passed;
        let track: Parameters<typeof trackAfter>[0] = patrol.track;
        for (const each of inOrder) {
          if (each.at < patrol.startedAt || each.at > until) continue;
          const step = trackAfter(track, each);
          const { anchor } = track;
          track = step.track;
          const hasMoved = step.kind === 'begun' || step.kind === 'moved';
          if (hasMoved && !isSamePlace(anchor, each.fix)) points.set(each.at, coarse(each.fix));
          if (hasMoved && track.anchor) passed = passedBy(passed, inUse, track.anchor);
        }
        const after = { ...patrol, track, passed, version: patrol.version + 1 };
        const { patrolId } = patrol;
        const writes = [...points].map(([at, point]) => [
          `point ${at}`,
          table.put(PointItem, { patrolId, at, ...point }),
        ]);
        const [answer] = await inWords(command, [after]);
        const outcome = await commit(
          command,
          table,
          { patrol: putPatrol(patrol, after), ...Object.fromEntries(writes) },
          { answer },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** Ends a patrol. @throws AppError platform.notFound, platform.notAllowed; of patrol: notYours, over */
    async end(command: Command, key: Readonly<{ shiftId: string; patrolId: string }>): Promise<Patrol> {
      return untilSettled(async () => {
        const patrol = await mustFindOwn(command, key);
        if (patrol.state === 'ended') throw new AppError(patrolErrors.over);
        const { after, writes } = await ending(patrol, command.now < patrol.endsAt ? command.now : patrol.endsAt, true);
        const [answer] = await inWords(command, [after]);
        const outcome = await commit(command, table, writes, { answer });
        return outcome.committed ? answer : undefined;
      });
    },

    /** The patrols of a shift, in order. @throws AppError platform.notFound, platform.notAllowed */
    async list(request: Request, shiftId: string): Promise<{ items: Patrol[] }> {
      await mustFindShift(request, shiftId);
      const range = { beginsWith: 'PATROL#' };
      const page = await table.query(PatrolItem, `SHIFT#${shiftId}`, { range, limit: mostPerShift });
      return { items: await inWords(request, page.items) };
    },

    /**
     * Ends patrols with their shift; closes them a day later, when their phone brings nothing any more; and forgets where they were 90 days
     * ago. Safe to run twice, or twice at once.
     */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(PatrolItem, patrolsPartition, due);
      for (const { shiftId, patrolId } of items) {
        const patrol = await table.get(PatrolItem, { shiftId, patrolId });
        if (!patrol?.dueAt || patrol.dueAt > now) continue;
        if (patrol.state === 'running') {
          await transact(table.client, (await ending(patrol, patrol.endsAt, false)).writes);
        } else {
          const { dueAt: _, track, ...rest } = patrol;
          const { anchor: __, ...way } = track;
          await transact(table.client, {
            patrol: putPatrol(patrol, { ...rest, track: way, version: patrol.version + 1 }),
          });
        }
      }
      const points = await table.query(PointItem, pointsPartition, due);
      for (const point of points.items.filter(({ at }) => mayPurge(retentionRules.tracks, at, now))) {
        await transact(table.client, { point: table.remove(PointItem, point) });
      }
    },
  };
}

/** Whether a fix is kept as the same place as the one before: then keeping it again says nothing. */
function isSamePlace(anchor: Point | undefined, fix: Fix): boolean {
  if (!anchor) return false;
  const [one, other] = [coarse({ ...anchor, accuracyMetres: 0 }), coarse(fix)];
  return one.longitude === other.longitude && one.latitude === other.latitude;
}

/** What was passed, with the way-points that lie where the phone is sure to have been. */
function passedBy(passed: Passing[], inUse: readonly WayPointItem[], anchor: Point & { at: Instant }): Passing[] {
  const near = inUse.filter((wayPoint) => isPassedAt(wayPoint, anchor));
  return near.reduce(
    (before, { wayPointId, name }) => withPassing(before, { wayPointId, name, at: anchor.at, way: 'fix' }),
    passed,
  );
}
