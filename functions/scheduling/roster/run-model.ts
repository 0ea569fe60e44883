import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import { decideSignUp } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import type { RosterCandidate, RosterNeed } from './open-week.ts';
import type { RosterShiftItem } from './roster.table.ts';

/** What a leader decided in the roster before, and what that roster proposed. A pair is `<shift> <volunteer>`. */
export type Wishes = Readonly<{
  proposed: ReadonlySet<string>;
  locked: readonly Readonly<{ shiftId: string; volunteerId: string }>[];
  removed: ReadonlyMap<string, ReadonlySet<string>>;
}>;

export const pairOf = (shiftId: string, volunteerId: string) => `${shiftId} ${volunteerId}`;

export function wishesIn(earlier: readonly RosterShiftItem[]): Wishes {
  const all = earlier.flatMap(({ shiftId, proposals }) =>
    proposals.map(({ volunteerId, isLocked }) => ({ shiftId, volunteerId, isLocked })),
  );
  const removed = new Map<string, Set<string>>();
  for (const { shiftId, removed: people } of earlier)
    for (const person of people) removed.set(person, new Set([...(removed.get(person) ?? []), shiftId]));
  return {
    proposed: new Set(all.map(({ shiftId, volunteerId }) => pairOf(shiftId, volunteerId))),
    locked: all.filter(({ isLocked }) => isLocked),
    removed,
  };
}

/**
 * Sets what is locked before anything is worked out: such a place is not open, and its time is in the person's agenda. A lock falls
 * only where the rules of signing up have come to stand in its way: she took something else meanwhile, or the places are gone.
 */
export function withLocks(
  needs: readonly RosterNeed[],
  candidates: readonly RosterCandidate[],
  locked: Wishes['locked'],
  now: string,
): { needs: RosterNeed[]; candidates: RosterCandidate[]; held: ReadonlySet<string> } {
  const left = new Map(needs.map((need) => [need.id, need.openPlaces]));
  const agendas = new Map(candidates.map(({ id, agenda }) => [id, agenda]));
  const shifts = new Map(needs.map((need) => [need.id, need]));
  const people = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const held = new Set<string>();
  for (const { shiftId, volunteerId } of locked) {
    const [need, person, agenda] = [shifts.get(shiftId), people.get(volunteerId), agendas.get(volunteerId)];
    const places = left.get(shiftId) ?? 0;
    if (!need || !person || !agenda || places === 0) continue;
    const { weeklyCapMinutes } = schedulingSettings;
    const asked = { volunteer: person.facts, shift: need.shift, isInvited: true };
    const decision = decideSignUp({ ...asked, agenda, weeklyCapMinutes, now });
    if (decision.kind !== 'allowed') continue;
    held.add(pairOf(shiftId, volunteerId));
    left.set(shiftId, places - 1);
    agendas.set(volunteerId, [...agenda, entryOf(need)]);
  }
  return {
    needs: needs.map((need) => ({ ...need, openPlaces: left.get(need.id) ?? 0 })),
    candidates: candidates.map((each) => ({ ...each, agenda: agendas.get(each.id) ?? each.agenda })),
    held,
  };
}

function entryOf({ id: shiftId, shift: { title }, startsAt, endsAt }: RosterNeed): AgendaEntry {
  return { shiftId, title, startsAt, endsAt };
}
