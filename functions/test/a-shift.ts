import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { NewActivity, NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { home, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** What a leader fills in for an activity. */
export function anActivity(overrides: Partial<NewActivity> = {}): NewActivity {
  return {
    title: '荔枝湾平安巡逻',
    kind: 'patrol',
    teamScope: home.team,
    place: { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 },
    ...overrides,
  };
}

/**
 * A shift made through the API by a leader of its team: tomorrow for two hours, with three places and open for sign-up,
 * unless `overrides` say otherwise. `leader` spares signing one in where a test makes many.
 */
export async function aShift(
  district: TestDistrict,
  overrides: Partial<NewShift> & {
    teamScope?: string;
    title?: string;
    place?: NewActivity['place'] | undefined;
    state?: 'draft' | 'open';
    leader?: TestClient;
  } = {},
): Promise<{ shiftId: string; activityId: string; leader: TestClient }> {
  const { teamScope = home.team, title, place, state = 'open', leader: given, ...shift } = overrides;
  const leader = given ?? (await district.person({ role: 'teamLeader', scope: teamScope }));
  const activity = await must(
    leader.post('/activities', anActivity({ teamScope, ...(title && { title }), ...(place && { place }) })),
  );
  const startsAt = shift.startsAt ?? shiftBy(district.clock.now, day);
  const made = await must(
    leader.post(`/activities/${activity.id}/shifts`, {
      startsAt,
      endsAt: shiftBy(startsAt, 2 * hour),
      places: 3,
      ...shift,
    }),
  );
  if (state === 'open') await must(leader.post(`/shifts/${made.id}/publication`));
  return { shiftId: made.id, activityId: activity.id, leader };
}

async function must(answer: ReturnType<TestClient['post']>) {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}
