import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import type { ActivitiesQuery, Activity, NewActivity } from '@kaifong/shared/scheduling/schema.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import type { SchedulingDeps } from './deps.ts';
import { ActivityItem } from './scheduling.table.ts';

/** What teams do. */
export function activityService({ table, people, organisation }: SchedulingDeps) {
  /** Whether people can meet in a room. */
  async function mustBeRoom(scope: Scope | undefined, today: Day): Promise<void> {
    if (scope === undefined) return;
    const room = await organisation.mustFindPlace(scope);
    if (room.kind !== 'room')
      throw new AppError(platformErrors.invalidInput, {}, [{ path: 'place.room', code: 'field.choice' }]);
    if (isClosedOn(room, today)) throw new AppError(placeErrors.closed, { name: room.name });
  }

  return {
    /** Makes an activity of a team. @throws AppError place.unknown, place.closed, team.incomplete, platform.invalidInput for what is no room */
    async create(command: Command, input: NewActivity): Promise<Activity> {
      command.actor.mustReach('shift.manage', { scope: input.teamScope });
      await people.rosters.mustBeComplete(await organisation.mustFindOpenTeam(input.teamScope, dayOf(command.now)));
      await mustBeRoom(input.place.room, dayOf(command.now));
      const activity = { ...input, id: newId('activity', Date.parse(command.now)), createdAt: command.now };
      const writes = { activity: table.put(ActivityItem, activity, { absent: true }) };
      mustCommit(await commit(command, table, writes, { answer: activity }), {});
      return activity;
    },

    /** The activities of a team, newest first. */
    listOfTeam({ actor }: Request, query: z.output<typeof ActivitiesQuery>): Promise<Page<Activity>> {
      const { team, limit, cursor } = query;
      actor.mustReach('shift.manage', { scope: team });
      return table.query(ActivityItem, `ACTIVITIES#${team}`, { index: 'byTeam', newestFirst: true, limit, cursor });
    },
  };
}
