import type { Membership, Roster } from './membership.table.ts';

/** The roster with somebody in it for good. */
export function withMember(roster: Roster): Roster {
  return { ...roster, members: roster.members + 1 };
}

/** The roster without somebody, their role and position. */
export function withoutMember(roster: Roster, volunteerId: string): Roster {
  const left = withoutRole(withoutPosition(roster, volunteerId), volunteerId);
  return { ...left, members: Math.max(0, roster.members - 1) };
}

/** The roster in which somebody is no leader and no deputy. */
export function withoutRole(roster: Roster, volunteerId: string): Roster {
  const { leader, ...rest } = roster;
  return {
    ...rest,
    ...(leader !== undefined && leader !== volunteerId && { leader }),
    deputies: roster.deputies.filter((deputy) => deputy !== volunteerId),
  };
}

export function withoutPosition(roster: Roster, volunteerId: string): Roster {
  const held = Object.entries(roster.positions).filter(([, holder]) => holder !== volunteerId);
  return { ...roster, positions: Object.fromEntries(held) };
}

/** The roster with somebody in it as their membership says; who only waits is not on it. */
export function seated(roster: Roster, { volunteerId, state, role, position }: Membership): Roster {
  if (state !== 'member') return roster;
  const joined = withMember(roster);
  return {
    ...joined,
    ...(role === 'leader' && { leader: volunteerId }),
    deputies: role === 'deputy' ? [...joined.deputies, volunteerId] : joined.deputies,
    positions: position ? { ...joined.positions, [position]: volunteerId } : joined.positions,
  };
}

/** The roster without somebody whose membership it is. */
export function unseated(roster: Roster, { volunteerId, state }: Membership): Roster {
  return state === 'member' ? withoutMember(roster, volunteerId) : roster;
}
