import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { teamErrors } from '@kaifong/shared/people/teams/team-errors.ts';
import type { MemberEntry, MemberRole } from '@kaifong/shared/people/teams/team-membership.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { NumberOwner, Volunteer } from '../people.table.ts';
import { type Membership, MembershipItem, putRoster, type Roster } from './membership.table.ts';
import { withMember, withoutRole } from './roster-change.ts';
import { teamBooks } from './team-books.ts';

type Answer = Readonly<{ state: 'member' }>;

/** Who leads a team. What somebody is in the team and what they may do change in one step. */
export function appointingService({ table, identity, organisation }: PeopleDeps) {
  const { placeIn, putAs, audit } = teamBooks({ table, identity });

  /** The writes that give or take the rights of a leader; none where the account has it so already. */
  async function rightsOf(command: Command, volunteerId: string, team: string, leads: boolean) {
    const volunteer = await table.get(Volunteer, { id: volunteerId });
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return identity.accounts.changeRole(command, volunteer.accountId, { role: 'teamLeader', scope: team }, leads);
  }

  /** The writes that make a former leader a plain member. */
  async function relieve(command: Command, volunteerId: string, team: string) {
    const { membership } = await placeIn(team, volunteerId);
    const { account, roleAudit, roleListed } = await rightsOf(command, volunteerId, team, false);
    return {
      former: membership && putAs(membership, { role: 'member' }),
      formerAccount: account,
      formerAudit: roleAudit,
      formerListed: roleListed,
    };
  }

  /**
   * Makes somebody a member with a role. A new leader takes the place of the one before.
   *
   * @param before their membership as it was read, if they had one
   * @returns `undefined` when something of it changed meanwhile
   * @throws AppError team.notActive
   */
  async function settle(
    command: Command,
    {
      before,
      membership,
      roster,
    }: Readonly<{ before: Membership | undefined; membership: Membership; roster: Roster }>,
  ): Promise<Answer | undefined> {
    const { volunteerId, team, role } = membership;
    const answer = { state: 'member' } as const;
    const joins = before?.state !== 'member';
    const cleared = withoutRole(joins ? withMember(roster) : roster, volunteerId);
    const changed: Roster = {
      ...cleared,
      ...(role === 'leader' && { leader: volunteerId }),
      ...(role === 'deputy' && { deputies: [...cleared.deputies, volunteerId] }),
    };
    const { leader } = roster;
    const isRelieved = role === 'leader' && leader !== undefined && leader !== volunteerId;
    const outcome = await commit(
      command,
      table,
      {
        volunteer: table.check(Volunteer, { id: volunteerId }, { is: { state: 'active' } }),
        membership: before ? putAs(before, membership) : table.put(MembershipItem, membership, { absent: true }),
        roster: putRoster(table, roster, changed),
        ...(await rightsOf(command, volunteerId, team, role !== 'member')),
        ...(isRelieved && (await relieve(command, leader, team))),
        entered: joins ? audit(command, 'team.entered', `${volunteerId} ${team}`) : undefined,
      },
      { answer },
    );
    if (outcome.committed) return answer;
    if (outcome.refused.has('volunteer')) throw new AppError(teamErrors.notActive);
    return undefined;
  }

  return {
    /**
     * Makes a member the leader, a deputy, or a plain member again.
     *
     * @throws AppError platform.notAllowed, place.unknown, place.closed, team.notMember, team.notActive
     */
    async appoint(command: Command, team: string, volunteerId: string, role: MemberRole): Promise<Answer> {
      command.actor.mustReach('team.appoint', { scope: team });
      await organisation.mustFindOpenTeam(team, dayOf(command.now));
      return untilSettled(async () => {
        const { membership: before, roster } = await placeIn(team, volunteerId);
        if (before?.state !== 'member') throw new AppError(teamErrors.notMember);
        return settle(command, { before, membership: { ...before, role }, roster });
      });
    },

    /**
     * Enters a volunteer of the coordinator's own branch by their number: the way to a team's first leader.
     *
     * @throws AppError platform.notAllowed, place.unknown, place.closed, team.numberUnknown, team.alreadyMember, team.notActive
     */
    async enter(command: Command, team: string, { number, role }: MemberEntry): Promise<Answer> {
      command.actor.mustReach('team.appoint', { scope: team });
      await organisation.mustFindOpenTeam(team, dayOf(command.now));
      const owner = await table.get(NumberOwner, { number });
      const volunteer = owner && (await table.get(Volunteer, { id: owner.volunteerId }));
      if (!volunteer) throw new AppError(teamErrors.numberUnknown);
      command.actor.mustReach('team.appoint', { scope: volunteer.community });
      return untilSettled(async () => {
        const { membership: before, roster } = await placeIn(team, volunteer.id);
        if (before?.state === 'member') throw new AppError(teamErrors.entryKnown);
        const membership = { volunteerId: volunteer.id, team, state: 'member', role, since: command.now } as const;
        return settle(command, { before, membership, roster });
      });
    },
  };
}
