import type { TimeRange } from '../scheduling/weeks.ts';
import type { Pair } from './presence.ts';
import { countedMinutes, unionMinutes } from './rules.ts';

export type ServiceCount =
  /** `minutes` are those that no other service has counted yet; `times` is when they were served. */
  | { kind: 'counted'; minutes: number; times: TimeRange[]; startedAt: string; endedAt: string }
  /** Nothing lies inside the shift, it was too short, or all of it was counted with another service. */
  | { kind: 'nothing' };

/**
 * What the stays of one person at one shift are worth, beside the times that other services of hers have counted already: activities
 * that overlap never count twice.
 */
export function countService(service: {
  shift: TimeRange;
  pairs: readonly Pair[];
  counted: readonly TimeRange[];
}): ServiceCount {
  const { shift, pairs, counted } = service;
  const times = pairs.flatMap((pair) => {
    if (!pair.out) return [];
    const count = countedMinutes({ shift, checkedInAt: pair.in.at, checkedOutAt: pair.out.at });
    return count.kind === 'counted' ? [{ startsAt: count.startsAt, endsAt: count.endsAt }] : [];
  });
  const minutes = unionMinutes([...counted, ...times]) - unionMinutes(counted);
  const [first, last] = [times.at(0), times.at(-1)];
  if (minutes < 1 || !first || !last) return { kind: 'nothing' };
  return { kind: 'counted', minutes, times, startedAt: first.startsAt, endedAt: last.endsAt };
}
