import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import { decideSignUp } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import type { RosterCandidate, RosterNeed } from './open-week.ts';
import type { RosterShiftItem } from './roster.table.ts';

/** Somebody in a shift, and the number of her role there when the shift has roles. */
export type Pair = Readonly<{ shiftId: string; volunteerId: string; role?: number | undefined }>;

/** What a leader decided in the roster before, and what that roster proposed, as keys of pairs. */
export type Wishes = Readonly<{
  proposed: ReadonlySet<string>;
  locked: readonly Pair[];
  removed: ReadonlyMap<string, ReadonlySet<string>>;
}>;

/** `<shift> <volunteer>`, and the role. */
export const keyOf = ({ shiftId, volunteerId, role }: Pair) =>
  role === undefined ? `${shiftId} ${volunteerId}` : `${shiftId} ${volunteerId} ${role}`;

export function wishesIn(earlier: readonly RosterShiftItem[]): Wishes {
  const all = earlier.flatMap(({ shiftId, proposals }) =>
    proposals.map(({ volunteerId, role, isLocked }) => ({ shiftId, volunteerId, role, isLocked })),
  );
  const removed = new Map<string, Set<string>>();
  for (const { shiftId, removed: people } of earlier)
    for (const person of people) removed.set(person, new Set([...(removed.get(person) ?? []), shiftId]));
  return {
    proposed: new Set(all.map(keyOf)),
    locked: all.filter(({ isLocked }) => isLocked),
    removed,
  };
}

/**
 * Sets what is locked before anything is worked out: such a place is not open, and its time is in the person's agenda. A lock falls
 * only where the rules of signing up have come to stand in its way: she took something else meanwhile, or the places are gone. Where
 * only her role has no place any more, she is kept in another one that she can serve in.
 */
export function withLocks(
  needs: readonly RosterNeed[],
  candidates: readonly RosterCandidate[],
  locked: Wishes['locked'],
  now: string,
): { needs: RosterNeed[]; candidates: RosterCandidate[]; held: readonly Pair[] } {
  const left = new Map(needs.map((need) => [need.id, [...need.roles]]));
  const agendas = new Map(candidates.map(({ id, agenda }) => [id, agenda]));
  const shifts = new Map(needs.map((need) => [need.id, need]));
  const people = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const held: Pair[] = [];
  for (const { shiftId, volunteerId, role: own } of locked) {
    const [need, person, agenda] = [shifts.get(shiftId), people.get(volunteerId), agendas.get(volunteerId)];
    const roles = left.get(shiftId);
    if (!need || !person || !agenda || !roles) continue;
    const { weeklyCapMinutes } = schedulingSettings;
    const asked = { volunteer: person.facts, shift: need.shift, isInvited: true, agenda, weeklyCapMinutes, now };
    const [role] = roles
      .filter(({ places, number }) => places > 0 && decideSignUp({ ...asked, role: number }).kind === 'allowed')
      .sort((one, other) => Number(other.number === own) - Number(one.number === own));
    if (!role) continue;
    held.push({ shiftId, volunteerId, role: role.number });
    roles[roles.indexOf(role)] = { ...role, places: role.places - 1, needed: Math.max(0, role.needed - 1) };
    agendas.set(volunteerId, [...agenda, entryOf(need)]);
  }
  return {
    needs: needs.map((need) => ({ ...need, roles: left.get(need.id) ?? need.roles })),
    candidates: candidates.map((each) => ({ ...each, agenda: agendas.get(each.id) ?? each.agenda })),
    held,
  };
}

function entryOf({ id: shiftId, shift: { title }, startsAt, endsAt }: RosterNeed): AgendaEntry {
  return { shiftId, title, startsAt, endsAt };
}
