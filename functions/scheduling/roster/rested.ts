import type { Draft } from './draft.ts';

/**
 * Whether a volunteer keeps her rest and her number of nights when she takes on `added`, on a day on which she has nothing
 * else, and leaves up to two of her pairs.
 */
export function staysRested(
  draft: Draft,
  volunteer: number,
  added: number,
  removed: number,
  alsoRemoved: number,
): boolean {
  const { role, slotOfRole, times, mostNights } = draft.instance;
  const first = volunteer * draft.days;
  const last = first + draft.size[volunteer];
  let nights = 0;
  let tired = 0;
  for (let day = 0; day < draft.days; day++) {
    let slot = times.slots[slotOfRole[role[added]]];
    for (let index = first; slot?.day !== day && index < last; index++) {
      const pair = draft.pairs[index];
      if (pair !== removed && pair !== alsoRemoved) slot = times.slots[slotOfRole[role[pair]]];
    }
    if (slot?.day !== day) {
      tired = times.afterIdle[day]?.[tired] ?? 0;
      continue;
    }
    if (tired > slot.mostTired) return false;
    tired = slot.leavesTired;
    if (slot.isNight) nights += 1;
  }
  return nights <= mostNights[volunteer];
}
