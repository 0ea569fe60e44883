import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import type { Activity, ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** The shifts of a team that begin between two days, both included, by start. */
export async function shiftsBetween(event: Caller, team: Scope, from: Day, to: Day): Promise<ShiftWithPlaces[]> {
  const found: ShiftWithPlaces[] = [];
  let cursor: string | undefined;
  do {
    const page = await teamShifts(event, { team, from, cursor });
    found.push(...page.items);
    cursor = page.items.every(({ startsAt }) => dayOf(startsAt) <= to) ? page.cursor : undefined;
  } while (cursor);
  return found.filter(({ startsAt }) => dayOf(startsAt) <= to);
}

/** The shifts of one activity from a day on: those of its team, sieved. A page has 20 or more unless it is the last. */
export async function shiftsOfActivity(
  event: Caller,
  activity: Pick<Activity, 'id' | 'teamScope'>,
  { from, cursor: first }: { from: Day; cursor?: string | undefined },
): Promise<Page<ShiftWithPlaces>> {
  const items: ShiftWithPlaces[] = [];
  let cursor = first;
  do {
    const page = await teamShifts(event, { team: activity.teamScope, from, cursor });
    items.push(...page.items.filter(({ activityId }) => activityId === activity.id));
    cursor = page.cursor;
  } while (cursor && items.length < 20);
  return { items, ...(cursor && { cursor }) };
}

function teamShifts(event: Caller, { team, from, cursor }: { team: Scope; from: Day; cursor: string | undefined }) {
  return read(api(event).api.shifts.$get({ query: { team, from, limit: '100', ...(cursor && { cursor }) } }));
}
