import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import {
  boundsOf,
  type CopiedShift,
  type NewTemplate,
  planCopy,
  type Template,
  type TemplateQuery,
  type WeekCopy,
  type WeekCopyPlan,
} from '@kaifong/shared/scheduling/copying/copying.ts';
import { copyingErrors } from '@kaifong/shared/scheduling/copying/copying-errors.ts';
import { NewShift, type ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { addDays, timesFaults, timesOn } from '@kaifong/shared/scheduling/series/series-rule.ts';
import type * as z from 'zod';
import { AlreadyDone, commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ActivityItem, ShiftItem } from '../scheduling.table.ts';
import { newShiftOf } from '../series/new-shift-of.ts';
import { SeriesOfShift } from '../series/series.table.ts';
import { mustBeRoom } from '../shifts/meeting-room.ts';
import { shiftService } from '../shifts/shift.service.ts';
import { CopyItem, TemplateItem } from './copying.table.ts';

/** Shifts of one week that are copied at a time; no team has more. */
const mostShifts = 100;

const mostTemplates = 100;

/** Making shifts again: from a template, or a whole week. */
export function copyingService(deps: SchedulingDeps) {
  const { table } = deps;
  const shifts = shiftService(deps);

  async function shiftsOf(team: string, monday: Day): Promise<ShiftItem[]> {
    const range = { from: instantAt(monday, '00:00'), to: instantAt(addDays(monday, 7), '00:00') };
    const page = await table.query(ShiftItem, `SHIFTS#${team}`, { index: 'byTeam', range, limit: mostShifts });
    return page.items;
  }

  /** What would be made, each beside the shift that it comes from. */
  async function plan({ actor, now }: Request, copy: WeekCopy) {
    const { team, from, to } = copy;
    actor.mustReach('shift.manage', { scope: team });
    if (from === to) throw new AppError(copyingErrors.sameWeek);
    const [source, there] = await Promise.all([shiftsOf(team, boundsOf(from)[0]), shiftsOf(team, boundsOf(to)[0])]);
    const [ofSeries, copied] = await Promise.all([
      table.getAll(
        SeriesOfShift,
        source.map(({ id }) => ({ shiftId: id })),
      ),
      table.getAll(
        CopyItem,
        source.map(({ id }) => ({ from: id, week: to })),
      ),
    ]);
    const marked = source.map((shift, index) => ({
      ...shift,
      isOfSeries: ofSeries[index] !== undefined,
      isCopied: copied[index] !== undefined,
    }));
    const planned = planCopy(copy, marked, there, now);
    return planned.map((copied, index) => ({ copied, source: source[index] }));
  }

  async function mustFindTemplate(team: string, id: string): Promise<Template> {
    const template = await table.get(TemplateItem, { teamScope: team, id });
    if (!template) throw new AppError(platformErrors.notFound);
    return template;
  }

  return {
    /** Keeps a template of an activity's team. @throws AppError platform.notFound, platform.invalidInput, place.unknown, place.closed */
    async keep(command: Command, input: NewTemplate): Promise<Template> {
      const activity = await table.get(ActivityItem, { id: input.activityId });
      if (!activity) throw new AppError(platformErrors.notFound);
      const { teamScope, title } = activity;
      command.actor.mustReach('shift.manage', { scope: teamScope });
      const faults = timesFaults(input.times).map((fault) => ({ ...fault, path: `times.${fault.path}` }));
      if (faults.length > 0) throw new AppError(platformErrors.invalidInput, {}, faults);
      const { now } = command;
      await mustBeRoom(deps, input.shift.place, now, 'shift.place.room');
      const template = { ...input, id: newId('shiftTemplate', Date.parse(now)), teamScope, title, createdAt: now };
      const writes = { template: table.put(TemplateItem, template, { absent: true }) };
      mustCommit(await commit(command, table, writes, { answer: template }), {});
      return template;
    },

    /** The templates of a team. */
    listOfTeam({ actor }: Request, { team, limit, cursor }: z.output<typeof TemplateQuery>): Promise<Page<Template>> {
      actor.mustReach('shift.manage', { scope: team });
      return table.query(TemplateItem, `TEMPLATES#${team}`, { limit: Math.min(limit, mostTemplates), cursor });
    },

    /** Makes a draft of a template on a day. @throws AppError platform.notFound, platform.invalidInput */
    async use(command: Command, id: string, { team, day }: { team: string; day: Day }): Promise<ShiftWithPlaces> {
      command.actor.mustReach('shift.manage', { scope: team });
      const { activityId, times, shift } = await mustFindTemplate(team, id);
      return shifts.create(command, activityId, newShiftOf({ ...timesOn(day, times), shift }));
    },

    /** Lets go of a template. What was made of it stays. @throws AppError platform.notFound */
    async drop(command: Command, id: string, { team }: { team: string }): Promise<Template> {
      command.actor.mustReach('shift.manage', { scope: team });
      const template = await mustFindTemplate(team, id);
      const writes = { template: table.remove(TemplateItem, template, { present: true }) };
      mustCommit(await commit(command, table, writes, { answer: template }), {
        template: () => new AppError(platformErrors.notFound),
      });
      return template;
    },

    /** How a week would be copied, and what is left out; makes nothing. @throws AppError copying.sameWeek */
    async previewCopy(request: Request, copy: WeekCopy): Promise<WeekCopyPlan> {
      return planOf((await plan(request, copy)).map(({ copied }) => copied));
    },

    /**
     * Makes the shifts of a week again in another one, as drafts. Each is made once, however often it is asked for.
     *
     * @throws AppError copying.sameWeek, copying.nothing
     */
    async copyWeek(command: Command, copy: WeekCopy): Promise<WeekCopyPlan> {
      const planned = await plan(command, copy);
      const answer = planOf(planned.map(({ copied }) => copied));
      if (answer.copies === 0) throw new AppError(copyingErrors.nothing);
      for (const { copied, source } of planned) {
        if (!source || copied.leftOut) continue;
        const remember = ({ id: shiftId }: ShiftWithPlaces) =>
          table.put(CopyItem, { from: source.id, week: copy.to, shiftId }, { absent: true });
        const each = { ...command, receipt: remember as (answer: unknown) => ReturnType<typeof remember> };
        await shifts.create(each, source.activityId, againAt(source, copied)).catch((error) => {
          if (!(error instanceof AlreadyDone)) throw error;
        });
      }
      mustCommit(await commit(command, table, {}, { answer }), {});
      return answer;
    },
  };
}

function planOf(shifts: CopiedShift[]): WeekCopyPlan {
  return { shifts, copies: shifts.filter(({ leftOut }) => !leftOut).length };
}

/** The new shift that one of another week asks for; sign-up closes as long before as it did there. */
function againAt(source: ShiftItem, { startsAt, endsAt }: CopiedShift): NewShift {
  const { signUpClosesAt, ...rest } = NewShift.parse(source);
  const apart = Date.parse(startsAt) - Date.parse(source.startsAt);
  return { ...rest, startsAt, endsAt, ...(signUpClosesAt && { signUpClosesAt: shiftBy(signUpClosesAt, apart) }) };
}
