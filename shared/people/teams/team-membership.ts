import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Page, PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Team } from '../../organisation/schema.ts';
import { ScopeParam } from '../../organisation/scope.ts';
import { TrioPosition } from '../../organisation/team-kinds.ts';
import { VolunteerNumber, VolunteerState } from '../schema.ts';

/** Whether somebody waits for the leader's word, or belongs to the team. Who has left is on no list. */
export const MembershipState = z.enum(['waiting', 'member'], { error: 'field.choice' });
export type MembershipState = z.infer<typeof MembershipState>;

export const memberRoles = ['leader', 'deputy', 'member'] as const;

/** What somebody is in a team. A leader and each deputy hold the role `teamLeader` on the team; there is one leader at most. */
export const MemberRole = z.enum(memberRoles, { error: 'field.choice' });
export type MemberRole = z.infer<typeof MemberRole>;

/** A member of a team, as its leader knows them. `since` is when they asked, or joined. */
export const TeamMember = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  number: VolunteerNumber,
  state: MembershipState,
  /** Where the registration stands: who is not active serves at nothing for now. */
  standing: VolunteerState,
  role: MemberRole,
  position: TrioPosition.optional(),
  since: Instant,
});
export type TeamMember = z.infer<typeof TeamMember>;

export const MembersQuery = PageQuery.extend({ state: MembershipState.default('member') });
export const TeamMemberParams = z.object({ team: ScopeParam, volunteerId: Id('volunteer') });

/** A team of one's own. */
export const OwnMembership = TeamMember.pick({ state: true, role: true, position: true, since: true }).extend({
  team: Team,
});
export type OwnMembership = z.infer<typeof OwnMembership>;
export const OwnMemberships = Page(OwnMembership);

const Holder = TeamMember.pick({ volunteerId: true, name: true, number: true });

/** A team at a glance. `composition` lists the positions that its kind prescribes; one without a holder is missing. */
export const TeamRoster = z.object({
  team: Team,
  members: z.int(),
  leader: Holder.optional(),
  deputies: z.array(Holder),
  composition: z.array(z.object({ position: TrioPosition, holder: Holder.optional() })),
});
export type TeamRoster = z.infer<typeof TeamRoster>;

/** A team in a coordinator's list. */
export const TeamRosterSummary = z.object({
  team: Team,
  members: z.int(),
  leaderName: z.string().optional(),
  missing: z.array(TrioPosition),
});
export type TeamRosterSummary = z.infer<typeof TeamRosterSummary>;

/** What the QR code of a team leads to: a path of the site. */
export const TeamCode = z.object({ code: z.string(), path: z.string() });

const code = z.string().trim().min(1).max(64);
export const InvitationQuery = z.object({ code });
export const JoinRequest = z.object({ code });

/** What somebody who scanned a team's code sees. `own` is where they stand with the team already. */
export const Invitation = z.object({ team: Team, members: z.int(), own: MembershipState.optional() });

export const JoinDecision = z.object({ decision: z.enum(['accept', 'decline'], { error: 'field.choice' }) });
export const RoleChoice = z.object({ role: MemberRole });
/** A position to hold; none takes the person off theirs. */
export const PositionChoice = z.object({ position: TrioPosition.optional() });
/** Somebody to be entered by a coordinator, by the number on the volunteer's own page. */
export const MemberEntry = z.object({
  number: z
    .string({ error: 'team.number' })
    .trim()
    .toUpperCase()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^LW\d{8}$/, { error: 'team.number' })),
  role: MemberRole,
});
export type MemberEntry = z.output<typeof MemberEntry>;

export const MembershipOutcome = z.object({ state: MembershipState.optional() });
