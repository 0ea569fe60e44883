import { coarse } from '@kaifong/shared/attendance/fence.ts';
import type { Passing } from '@kaifong/shared/attendance/patrol/way-point.ts';
import type { Point } from '@kaifong/shared/kernel/coordinates.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import { PatrolBook, PatrolItem, PatrolOf, PointItem } from './patrol.table.ts';
import { WayPointBook, WayPointItem } from './way-point.table.ts';

const names = ['荔湾湖公园东门', '泮塘五约牌坊', '文塔门口', '仁威庙前'] as const;

/** Degrees of longitude, about 150 metres here. */
const stretch = 0.0015;
const minutesBetweenPoints = 4;

type Made = Readonly<{
  shift: { id: string; startsAt: Instant };
  teamScope: string;
  people: readonly string[];
  leader: { accountId: string; volunteerId: string };
  from: Point;
}>;

/** Four way-points of a team, the first with its position, and a patrol of last week that passed all but the last; without the events. */
export function* finishedPatrol(table: Table, { shift, teamScope, people, leader, from }: Made, now: Instant) {
  const addedAt = shiftBy(now, -30 * day);
  const wayPoints = names.map((name, place) => ({
    ...{ team: teamScope, wayPointId: newId('wayPoint', Date.parse(addedAt) + place), name },
    ...{ addedAt, addedBy: leader.accountId },
    ...(place === 0 && from),
  }));
  for (const wayPoint of wayPoints) yield table.put(WayPointItem, wayPoint);
  yield table.put(WayPointBook, { team: teamScope, inUse: wayPoints.length, version: wayPoints.length });

  const shiftId = shift.id;
  const startedAt = shiftBy(shift.startsAt, 15 * minute);
  const patrolId = newId('patrol', Date.parse(startedAt));
  const at = (place: number) => shiftBy(startedAt, place * minutesBetweenPoints * minute);
  const passed = wayPoints.slice(0, -1).map(
    ({ wayPointId, name }, place): Passing => ({
      ...{ wayPointId, name, at: at(3 * place), way: place === 0 ? 'fix' : 'code' },
    }),
  );
  const points = Array.from({ length: 10 }, (_, place) => ({
    ...coarse({ longitude: from.longitude + place * stretch, latitude: from.latitude, accuracyMetres: 0 }),
    at: at(place),
  }));
  const lastAt = at(points.length - 1);
  const endsAt = shiftBy(lastAt, minute);
  yield table.put(PatrolItem, {
    ...{ shiftId, patrolId, teamScope, state: 'ended', people: [...people], startedBy: leader.accountId },
    ...{ startedAt, endsAt, endedByLeader: true, passed, version: 12 },
    track: { metres: 1_380, legs: 9, vague: 2, jumps: 0, lastAt },
  });
  yield table.put(PatrolBook, { shiftId, out: [], begun: 1, version: 2 });
  for (const person of new Set([leader.accountId, leader.volunteerId, ...people])) {
    yield table.put(PatrolOf, { person, shiftId, patrolId });
  }
  for (const point of points) yield table.put(PointItem, { patrolId, ...point });
}
