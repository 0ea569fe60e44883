import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { teamErrors } from '@kaifong/shared/people/teams/team-errors.ts';
import type { MembershipState, OwnMembership } from '@kaifong/shared/people/teams/team-membership.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { emptyRoster, MembershipItem, putRoster, RosterItem } from './membership.table.ts';
import { withoutMember } from './roster-change.ts';
import { isTeamCode } from './team-code.ts';

/** What a volunteer does herself: finds a team by its code, asks to join, sees her teams, leaves. */
export function joiningService({ table, sealer, identity, organisation }: PeopleDeps) {
  /** An open team by its code. @throws AppError place.unknown, place.closed, team.codeInvalid */
  async function mustFindByCode(scope: string, code: string, now: Instant) {
    const team = await organisation.mustFindOpenTeam(scope, dayOf(now));
    const roster = (await table.get(RosterItem, { team: scope })) ?? emptyRoster(scope);
    if (!(await isTeamCode(sealer, roster, code))) throw new AppError(teamErrors.codeInvalid);
    return { team, members: roster.members };
  }

  return {
    /** The team that a code leads to, and where the person stands with it. @throws AppError place.unknown, place.closed, team.codeInvalid */
    async invitation({ actor, now }: Request, scope: string, code: string) {
      const found = await mustFindByCode(scope, code, now);
      const volunteerId = actor.scopesAs('volunteer').length > 0 ? actor.volunteerId : undefined;
      const own = volunteerId && (await table.get(MembershipItem, { volunteerId, team: scope }));
      return { ...found, ...(own && { own: own.state }) };
    },

    /**
     * Asks to join, with the code of the team's poster; its leader decides.
     *
     * @throws AppError place.unknown, place.closed, team.codeInvalid, team.notActive, team.alreadyMember, team.alreadyAsked
     */
    async ask(command: Command, scope: string, code: string): Promise<{ state: MembershipState }> {
      const { volunteerId } = command.actor;
      await mustFindByCode(scope, code, command.now);
      const answer = { state: 'waiting' as const };
      const membership = { volunteerId, team: scope, state: 'waiting', role: 'member', since: command.now } as const;
      const outcome = await commit(
        command,
        table,
        {
          membership: table.put(MembershipItem, membership, { absent: true }),
          volunteer: table.check(Volunteer, { id: volunteerId }, { is: { state: 'active' } }),
        },
        { answer },
      );
      mustCommit(outcome, {
        membership: () =>
          new AppError(
            !outcome.committed && outcome.found.membership?.state === 'member'
              ? teamErrors.alreadyMember
              : teamErrors.alreadyAsked,
          ),
        volunteer: () => new AppError(teamErrors.notActive),
      });
      return answer;
    },

    /** The teams of the person, and those that have not answered yet. */
    async own({ actor }: Request, { limit, cursor }: PageQuery) {
      const { volunteerId } = actor;
      const range = { beginsWith: 'TEAM#' };
      const page = await table.query(MembershipItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor });
      const teams = await organisation.teams(page.items.map(({ team }) => team));
      const items = page.items.map(({ team: scope, state, role, position, since }): OwnMembership => {
        const team = teams.find((each) => each.scope === scope);
        if (!team) throw new AppError(placeErrors.unknown);
        return { team, state, role, since, ...(position && { position }) };
      });
      return { items, ...(page.cursor && { cursor: page.cursor }) };
    },

    /** Leaves a team, or takes a request back. @throws AppError team.notMember, team.leaderStays */
    async leave(command: Command, scope: string): Promise<{ state?: MembershipState }> {
      const { volunteerId } = command.actor;
      return untilSettled(async () => {
        const [membership, found] = await table.getPair(
          [MembershipItem, { volunteerId, team: scope }],
          [RosterItem, { team: scope }],
        );
        if (!membership) throw new AppError(teamErrors.notMember);
        if (membership.role !== 'member') throw new AppError(teamErrors.leaderStays);
        const { state, role } = membership;
        const roster = found ?? emptyRoster(scope);
        const outcome = await commit(
          command,
          table,
          {
            membership: table.remove(MembershipItem, { volunteerId, team: scope }, { is: { state, role } }),
            roster: state === 'member' ? putRoster(table, roster, withoutMember(roster, volunteerId)) : undefined,
            audit: identity.accounts.audit(command, 'team.left', `${volunteerId} ${scope}`),
          },
          { answer: {} },
        );
        return outcome.committed ? {} : undefined;
      });
    },
  };
}
