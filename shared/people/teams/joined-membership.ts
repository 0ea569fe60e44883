import { type MemberRole, type MembershipState, memberRoles } from './team-membership.ts';

type Belonging<Position> = Readonly<{
  state: MembershipState;
  role: MemberRole;
  since: string;
  position?: Position | undefined;
}>;

/** What somebody is in a team who was in it twice: a member if one of them was, in the higher role, since the earlier day. */
export function joinedMembership<Position, Membership extends Belonging<Position>>(
  stays: Membership,
  goes: Belonging<Position>,
): Membership {
  const position = stays.position ?? goes.position;
  return {
    ...stays,
    state: stays.state === 'member' || goes.state === 'member' ? 'member' : 'waiting',
    role: memberRoles[Math.min(memberRoles.indexOf(stays.role), memberRoles.indexOf(goes.role))] ?? stays.role,
    since: stays.since < goes.since ? stays.since : goes.since,
    ...(position !== undefined && { position }),
  };
}
