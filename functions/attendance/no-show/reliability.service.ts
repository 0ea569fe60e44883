import type {
  MemberReliability,
  Reliability,
  ReliabilityQuery,
  Resumption,
} from '@kaifong/shared/attendance/no-show.ts';
import { noShowErrors } from '@kaifong/shared/attendance/no-show-errors.ts';
import { regularsPaused, regularsResumed } from '@kaifong/shared/attendance/no-show-events.ts';
import { counts, figureFrom, mustPause } from '@kaifong/shared/attendance/no-show-rules.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import { commit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { VolunteerDay } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { kinOfPerson, marksSince } from './kin-of-person.ts';
import { NoShowItem, PauseItem, putPause } from './no-show.table.ts';

/** The most pauses that one tick ends; what is left is due at the next. */
const mostPerTick = 100;

/** How far one can count on somebody, for her leader; and the pause of standing sign-ups that comes of it. */
export function reliabilityService({ table, people }: Pick<AttendanceDeps, 'table' | 'people'>) {
  /** The figure of a person over all her records: services that were confirmed, and marks that count. */
  async function figureOf(volunteerId: string, now: Instant): Promise<Reliability> {
    const { volunteerIds, root } = await kinOfPerson(table, volunteerId);
    const from = figureFrom(now);
    const range = { from: `DAY#${dayOf(from)}`, to: 'DAY#~' };
    const [served, marks, pause] = await Promise.all([
      Promise.all(volunteerIds.map((id) => table.collect(`VOLUNTEER#${id}`, range, { days: VolunteerDay }))),
      marksSince(table, volunteerIds, from),
      table.get(PauseItem, { volunteerId: root }),
    ]);
    const kept = served
      .flatMap(({ days }) => days)
      .reduce((sum, { times }) => sum + new Set(times.map(({ seq }) => seq)).size, 0);
    const missed = marks.filter(({ state }) => counts(state)).length;
    return { kept, of: kept + missed, ...(pause?.state === 'paused' && { pausedUntil: pause.until }) };
  }

  return {
    /** The person's own figure. */
    own: ({ actor, now }: Request): Promise<Reliability> => figureOf(actor.volunteerId, now),

    /** The figures of the members of a team. */
    async listOfTeam(
      { actor, now }: Request,
      { team, limit, cursor }: z.output<typeof ReliabilityQuery>,
    ): Promise<Page<MemberReliability>> {
      actor.mustReach('attendance.run', { scope: team });
      const members = await people.rosters.memberIds(team, { limit, cursor });
      const volunteers = members.items.length > 0 ? await people.findVolunteers(members.items) : [];
      const items = await Promise.all(
        volunteers.map(async ({ id, name }) => ({ volunteerId: id, name, ...(await figureOf(id, now)) })),
      );
      return { items, ...(members.cursor && { cursor: members.cursor }) };
    },

    /**
     * A leader has talked to a member: her standing sign-ups go on, and marks of before do not pause them again.
     *
     * @throws AppError noShow.notPaused, platform.notFound for one who is not of the team
     */
    resume(command: Command, { team, volunteerId }: Resumption): Promise<Reliability> {
      const { actor, now } = command;
      actor.mustReach('attendance.run', { scope: team });
      return untilSettled(async () => {
        if (!(await people.rosters.teamsOf(volunteerId)).includes(team)) throw new AppError(platformErrors.notFound);
        const { root } = await kinOfPerson(table, volunteerId);
        const pause = await table.get(PauseItem, { volunteerId: root });
        if (pause?.state !== 'paused') throw new AppError(noShowErrors.notPaused);
        const { pausedUntil: _, ...answer } = await figureOf(volunteerId, now);
        const writes = { pause: putPause(table, pause, { ...pause, state: 'over', afreshSince: now }) };
        const events = [regularsResumed.make(now, { volunteerId: root, because: 'leader' })];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },

    /** Pauses the standing sign-ups of a person, or lets them go on, as her marks now say. A second call finds it done. */
    async reckon(volunteerId: string, at: Instant): Promise<void> {
      const { noShow } = attendanceSettings;
      await untilSettled(async () => {
        const { volunteerIds, root } = await kinOfPerson(table, volunteerId);
        const [marks, before] = await Promise.all([
          marksSince(table, volunteerIds, shiftBy(at, -noShow.pauseWithinDays * day)),
          table.get(PauseItem, { volunteerId: root }),
        ]);
        const isDue = mustPause(marks, before?.afreshSince, at);
        if (isDue === (before?.state === 'paused')) return true;
        const until = shiftBy(at, noShow.pausedDays * day);
        const afresh = before?.afreshSince && { afreshSince: before.afreshSince };
        const told = isDue
          ? regularsPaused.make(at, { volunteerId: root, until })
          : regularsResumed.make(at, { volunteerId: root, because: 'marks' });
        const { committed } = await transact(table.client, {
          pause:
            isDue || !before
              ? putPause(table, before, { volunteerId: root, state: 'paused', since: at, until, ...afresh })
              : putPause(table, before, { ...before, state: 'over' }),
          told: table.put(EventItem, told, { absent: true }),
        });
        return committed || undefined;
      });
    },

    /** Ends the pauses whose time is over; safe to run twice. @throws AggregateError when some failed, after all were tried */
    async onTick(at: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${at}~` }, limit: mostPerTick };
      const { items } = await table.query(PauseItem, 'PAUSES', due);
      const failures: unknown[] = [];
      for (const pause of items) {
        const { volunteerId } = pause;
        const told = regularsResumed.make(at, { volunteerId, because: 'time' });
        await transact(table.client, {
          pause: putPause(table, pause, { ...pause, state: 'over', afreshSince: at }),
          told: table.put(EventItem, told, { absent: true }),
        }).catch((error) => failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some pauses did not end');
    },

    /** Forgets the marks of a person whose account was closed, over all her records. A second call finds nothing left. */
    async forget(volunteerId: string): Promise<void> {
      const { volunteerIds, root } = await kinOfPerson(table, volunteerId);
      for (const id of volunteerIds) {
        for (;;) {
          const range = { beginsWith: 'NOSHOW#' };
          const { items } = await table.query(NoShowItem, `VOLUNTEER#${id}`, { range, limit: 50 });
          if (items.length === 0) break;
          const removals = items.map((mark) => [mark.shiftId, table.remove(NoShowItem, mark)] as const);
          await transact(table.client, Object.fromEntries(removals));
        }
      }
      await transact(table.client, { pause: table.remove(PauseItem, { volunteerId: root }) });
    },
  };
}
