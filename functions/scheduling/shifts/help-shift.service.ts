import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { shiftCalledOff, shiftPublished } from '@kaifong/shared/scheduling/events.ts';
import { newShiftFaults } from '@kaifong/shared/scheduling/shifts/new-shift.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ActivityItem, emptyLine, LineItem, ShiftItem } from '../scheduling.table.ts';
import { seatWrites } from '../sign-up/seat-writes.ts';
import { calledOff } from './called-off.ts';

/** A shift of help that somebody asked for. `helps`: who did, and so cannot take a place in it. */
export type HelpShiftPlan = Readonly<{ startsAt: Instant; endsAt: Instant; places: number; helps: string }>;

/** Shifts that are made of what somebody asked for elsewhere. */
export function helpShiftService({ table, identity }: Pick<SchedulingDeps, 'table' | 'identity'>) {
  return {
    /**
     * The writes of an open shift, for a transaction of whoever knows what it is for.
     *
     * @throws AppError platform.notFound for an unknown activity, platform.notAllowed, platform.invalidInput
     */
    async plan(command: Command, activityId: string, { startsAt, endsAt, places, helps }: HelpShiftPlan) {
      const { actor, now } = command;
      const activity = await table.get(ActivityItem, { id: activityId });
      if (!activity) throw new AppError(platformErrors.notFound);
      const { title, kind, teamScope, place } = activity;
      actor.mustReach('shift.manage', { scope: teamScope });
      const faults = newShiftFaults({ startsAt, endsAt, places, title, now });
      if (faults.length > 0) throw new AppError(platformErrors.invalidInput, {}, faults);
      const id = newId('shift', Date.parse(now));
      const ofActivity = { activityId, title, kind, teamScope, place };
      const shift: ShiftItem = { ...ofActivity, id, startsAt, endsAt, places, helps, state: 'open', version: 0 };
      const numbers = Array.from({ length: places }, (_, index) => index + 1);
      const writes: Record<string, Write> = {
        shift: table.put(ShiftItem, shift, { absent: true }),
        line: table.put(LineItem, emptyLine(id), { absent: true }),
        ...seatWrites(table, id, numbers),
        published: table.put(EventItem, shiftPublished.make(now, { shiftId: id }), { absent: true }),
        publishedLine: identity.audit.line(command, 'shift.publish', `${id} ${teamScope}`),
      };
      return { shift, writes };
    },

    /**
     * The writes that call it off because whoever asked needs it no more, who holds no right over the shift: that it is hers to take back is for the
     * caller to know. None, when it is called off already; `undefined` once it has begun.
     */
    async callOff(command: Command, shiftId: string, words: Text): Promise<Record<string, Write> | undefined> {
      const { now } = command;
      const shift = await table.get(ShiftItem, { id: shiftId });
      if (!shift || shift.state === 'cancelled') return {};
      if (now >= shift.startsAt) return undefined;
      const reason = words['zh-Hans'];
      const cancelled = calledOff(shift, { reason, words, at: now });
      return {
        shift: table.put(ShiftItem, cancelled, { is: { version: shift.version } }),
        calledOff: table.put(EventItem, shiftCalledOff.make(now, { shiftId }), { absent: true }),
        ...(await identity.audit.withReason(command, 'shift.callOff', `${shiftId} ${shift.teamScope}`, reason)),
      };
    },
  };
}
