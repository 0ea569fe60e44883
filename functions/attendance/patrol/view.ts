import type { Patrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import { decidePatrol } from '@kaifong/shared/attendance/patrol/track.ts';
import { type Instant, minutesBetween } from '@kaifong/shared/kernel/time.ts';
import type { Request } from '../../platform/request.ts';
import type { AttendanceDeps } from '../deps.ts';
import type { PatrolItem } from './patrol.table.ts';

/** Patrols as their leaders read them, with the names of those who go. */
export async function patrolsInWords(
  people: AttendanceDeps['people'],
  { actor, now }: Request,
  patrols: readonly PatrolItem[],
): Promise<Patrol[]> {
  const ids = [...new Set(patrols.flatMap((patrol) => patrol.people))];
  const found = ids.length > 0 ? await people.findVolunteers(ids) : [];
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return patrols.map((patrol) => ({
    ...factsOf(patrol, now),
    people: patrol.people.map((volunteerId) => ({ volunteerId, name: names.get(volunteerId) ?? '*' })),
    isMine: patrol.startedBy === actor.accountId,
  }));
}

/** What is known of a patrol beside who went: how long, how far, past which way-points, and whether that counts. */
export function factsOf(patrol: PatrolItem, now: Instant): Omit<Patrol, 'people' | 'isMine'> {
  const { patrolId, shiftId, state, startedAt, endsAt, track, passed } = patrol;
  const minutes = Math.max(0, minutesBetween(startedAt, lastedUntil(patrol, now)));
  const metres = Math.round(track.metres);
  return {
    ...{ patrolId, shiftId, state, startedAt, endsAt, minutes, metres },
    ...{ vague: track.vague, jumps: track.jumps, passed },
    ...(track.lastAt !== undefined && { lastAt: track.lastAt }),
    verdict: decidePatrol({ minutes, metres }),
  };
}

/** A patrol that nobody ended lasted as long as its phone told of it. */
function lastedUntil({ state, endsAt, endedByLeader, startedAt, track }: PatrolItem, now: Instant): Instant {
  if (state === 'running') return now < endsAt ? now : endsAt;
  return endedByLeader ? endsAt : (track.lastAt ?? startedAt);
}
