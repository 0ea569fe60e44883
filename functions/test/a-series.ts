import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { anActivity } from './a-shift.ts';
import { home, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** When a series takes place: every Tuesday and Friday evening from tomorrow on, without an end. */
export function aRule(overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ weekdays: ['TU', 'FR'], startsAt: '20:00', endsAt: '22:00', from: '2026-11-25', holidays: 'skipped' },
    ...overrides,
  };
}

/** A series made through the API by a leader of its team, of three places a date; `settle` brings its shifts about. */
export async function aSeries(
  district: TestDistrict,
  overrides: Readonly<{ rule?: object; shift?: object; teamScope?: string; leader?: TestClient }> = {},
) {
  const { teamScope = home.team } = overrides;
  const leader = overrides.leader ?? (await district.person({ role: 'teamLeader', scope: teamScope }));
  const activity = await leader.post('/activities', anActivity({ teamScope }));
  const body = {
    activityId: activity.body.id,
    rule: aRule({ from: addDays(dayOf(district.clock.now), 1), ...overrides.rule }),
    shift: { places: 3, ...overrides.shift },
  };
  const made = await leader.post('/series', body);
  if (made.status !== 201) throw new Error(`no series: ${JSON.stringify(made.body)}`);
  const path = `/series/${made.body.id}`;
  return {
    ...{ seriesId: made.body.id as string, activityId: activity.body.id as string, leader, path, body },
    /** What its leader sees of it now. */
    read: async () => (await leader.get(path)).body,
    /** Its shifts that are held, by day. */
    shifts: async (): Promise<Map<string, string>> => {
      const { dates } = (await leader.get(path)).body;
      return new Map(
        dates.flatMap(({ day, shiftId, isCalledOff }: { day: string; shiftId?: string; isCalledOff: boolean }) =>
          shiftId && !isCalledOff ? [[day, shiftId]] : [],
        ),
      );
    },
    change: async (change: object, misfits?: 'free' | 'keepDate') => {
      const { version } = (await leader.get(path)).body;
      return leader.post(`${path}/changes`, { version, change, ...(misfits && { misfits }) });
    },
  };
}

export type TestSeries = Awaited<ReturnType<typeof aSeries>>;

/** A regular of a series, who asked and was let in. */
export async function aRegular(series: TestSeries, person: Readonly<{ caller: TestClient; volunteerId: string }>) {
  const path = `/regulars/${series.seriesId}`;
  const asked = await person.caller.post(`${path}/me`);
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  const decision = { decision: 'accept' };
  const answer = await series.leader.post(`${path}/people/${person.volunteerId}/decision`, decision);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return path;
}
