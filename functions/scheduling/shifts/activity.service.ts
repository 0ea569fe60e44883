import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { ActivitiesQuery, Activity, NewActivity } from '@kaifong/shared/scheduling/schema.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ActivityItem } from '../scheduling.table.ts';
import { mustBeRoom } from './meeting-room.ts';

/** What teams do. */
export function activityService({ table, people, organisation }: SchedulingDeps) {
  return {
    /** Makes an activity of a team. @throws AppError place.unknown, place.closed, team.incomplete, platform.invalidInput for what is no room */
    async create(command: Command, input: NewActivity): Promise<Activity> {
      command.actor.mustReach('shift.manage', { scope: input.teamScope });
      await people.rosters.mustBeComplete(await organisation.mustFindOpenTeam(input.teamScope, dayOf(command.now)));
      await mustBeRoom({ organisation }, input.place, command.now);
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
