import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, instantAt } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { shiftPublished } from '@kaifong/shared/scheduling/events.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import type {
  NewShift,
  ShiftWithPlaces,
  SignedUpVolunteer,
  TeamShiftsQuery,
} from '@kaifong/shared/scheduling/schema.ts';
import { newShiftFaults } from '@kaifong/shared/scheduling/shifts/new-shift.ts';
import { unstatedRisk } from '@kaifong/shared/scheduling/shifts/risk.ts';
import { seatNumbers } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { schedulingFacts } from '../facts.ts';
import { ActivityItem, emptyLine, LineItem, ShiftItem } from '../scheduling.table.ts';
import { freePlaces } from '../sign-up/free-places.ts';
import { chunksOf, seatWrites } from '../sign-up/seat-writes.ts';
import { mustBeRoom } from './meeting-room.ts';
import { shiftReader } from './shift-reader.ts';

/** Making and publishing shifts. */
export function shiftService(deps: SchedulingDeps) {
  const { table, identity, people } = deps;
  const shifts = shiftReader(table);
  const { signUpsOf } = schedulingFacts(deps);

  return {
    /**
     * Makes a draft, with a seat for each place. Seats beyond what one transaction holds are written before it: nobody can
     * find them until the shift is there.
     *
     * @throws AppError platform.notFound for an unknown activity, platform.invalidInput with the faults of `newShiftFaults`,
     * skill.unknown, skill.retired, place.unknown, place.closed
     */
    async create(command: Command, activityId: string, input: NewShift): Promise<ShiftWithPlaces> {
      const activity = await table.get(ActivityItem, { id: activityId });
      if (!activity) throw new AppError(platformErrors.notFound);
      const { title, kind, teamScope } = activity;
      const place = input.place ?? activity.place;
      command.actor.mustReach('shift.manage', { scope: teamScope });
      mustBeSound({ ...input, title, now: command.now });
      await mustBeRoom(deps, input.place, command.now);
      await people.skills.mustBeOpen(input.neededSkill ? [input.neededSkill] : [], command.now, 'neededSkill');

      const id = newId('shift', Date.parse(command.now));
      const shift = { ...input, id, activityId, title, kind, teamScope, place, state: 'draft', version: 0 } as const;
      const [first = [], ...others] = chunksOf(seatNumbers(input));
      for (const numbers of others) await transact(table.client, seatWrites(table, id, numbers));
      const answer = { ...shift, freePlaces: input.places };
      const writes = {
        shift: table.put(ShiftItem, shift, { absent: true }),
        line: table.put(LineItem, emptyLine(id), { absent: true }),
        ...seatWrites(table, id, first),
      };
      mustCommit(await commit(command, table, writes, { answer }), {});
      return answer;
    },

    /**
     * Opens a draft for sign-up.
     *
     * @throws AppError shift.alreadyPublished, shift.tooLateToPublish, shift.riskUnstated with the fields, platform.notFound
     */
    publish(command: Command, shiftId: string): Promise<ShiftWithPlaces> {
      return untilSettled(async () => {
        const draft = await shifts.mustFind(shiftId);
        command.actor.mustReach('shift.manage', { scope: draft.teamScope });
        if (draft.state !== 'draft') throw new AppError(shiftErrors.alreadyPublished);
        if (command.now >= signUpEndsAt(draft)) throw new AppError(shiftErrors.tooLateToPublish);
        const unstated = unstatedRisk(draft).map((path) => ({ path, code: 'field.required' }));
        if (unstated.length > 0) throw new AppError(shiftErrors.riskUnstated, {}, unstated);
        const open = { ...draft, state: 'open', version: draft.version + 1 } as const;
        const answer = { ...open, freePlaces: open.places };
        const writes = {
          shift: table.put(ShiftItem, open, { is: { version: draft.version } }),
          audit: identity.audit.line(command, 'shift.publish', `${shiftId} ${draft.teamScope}`),
        };
        const events = [shiftPublished.make(command.now, { shiftId })];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },

    /** The shifts of a team that begin on or after a day, by start. */
    async listOfTeam({ actor, now }: Request, query: z.output<typeof TeamShiftsQuery>): Promise<Page<ShiftWithPlaces>> {
      const { team, from = dayOf(now), limit, cursor } = query;
      actor.mustReach('shift.manage', { scope: team });
      const range = { from: instantAt(from, '00:00') };
      const page = await table.query(ShiftItem, `SHIFTS#${team}`, { index: 'byTeam', range, limit, cursor });
      return { ...page, items: await freePlaces(table, page.items) };
    },

    /** Who has a place in a shift, for those who manage it. @throws AppError platform.notFound */
    async listSignUps({ actor }: Request, shiftId: string, page: PageQuery): Promise<Page<SignedUpVolunteer>> {
      const { teamScope } = await shifts.mustFind(shiftId);
      actor.mustReach('shift.manage', { scope: teamScope });
      return signUpsOf(shiftId, page);
    },
  };
}

/** @throws AppError platform.invalidInput at the field that must change */
function mustBeSound(shift: Parameters<typeof newShiftFaults>[0]): void {
  const faults = newShiftFaults(shift);
  if (faults.length > 0) throw new AppError(platformErrors.invalidInput, {}, faults);
}
