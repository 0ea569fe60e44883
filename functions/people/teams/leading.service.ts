import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { compositionOf, type TrioPosition } from '@kaifong/shared/organisation/team-kinds.ts';
import { teamErrors } from '@kaifong/shared/people/teams/team-errors.ts';
import type { MembershipState } from '@kaifong/shared/people/teams/team-membership.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { MembershipItem, putRoster } from './membership.table.ts';
import { withMember, withoutMember, withoutPosition } from './roster-change.ts';
import { teamBooks } from './team-books.ts';
import { joinPath, teamCode } from './team-code.ts';

type Answer = Readonly<{ state?: MembershipState }>;

/** What whoever leads a team decides: who belongs, who holds which position, and which code works. */
export function leadingService({ table, sealer, identity, organisation }: PeopleDeps) {
  const { placeIn, putAs, rosterOf, audit } = teamBooks({ table, identity });

  return {
    /**
     * Lets somebody who asked into the team, or not.
     *
     * @throws AppError platform.notAllowed, place.unknown, place.closed, team.requestGone, team.notActive
     */
    async decide(command: Command, team: string, volunteerId: string, accepts: boolean): Promise<Answer> {
      command.actor.mustReach('team.lead', { scope: team });
      await organisation.mustFindOpenTeam(team, dayOf(command.now));
      const answer = accepts ? { state: 'member' as const } : {};
      return untilSettled(async () => {
        const { membership, roster } = await placeIn(team, volunteerId);
        if (membership?.state !== 'waiting') throw new AppError(teamErrors.requestGone);
        const outcome = await commit(
          command,
          table,
          {
            membership: accepts
              ? putAs(membership, { state: 'member', since: command.now })
              : table.remove(MembershipItem, { volunteerId, team }, { is: { state: 'waiting' } }),
            roster: accepts ? putRoster(table, roster, withMember(roster)) : undefined,
            volunteer: accepts ? table.check(Volunteer, { id: volunteerId }, { is: { state: 'active' } }) : undefined,
            audit: audit(command, accepts ? 'team.accepted' : 'team.declined', `${volunteerId} ${team}`),
          },
          { answer },
        );
        if (outcome.committed) return answer;
        if (outcome.refused.has('volunteer')) throw new AppError(teamErrors.notActive);
        return undefined;
      });
    },

    /** Takes somebody off the team. @throws AppError platform.notAllowed, place.unknown, team.notMember, team.leaderStays */
    async remove(command: Command, team: string, volunteerId: string): Promise<Answer> {
      command.actor.mustReach('team.lead', { scope: team });
      await organisation.mustFindTeam(team);
      return untilSettled(async () => {
        const { membership, roster } = await placeIn(team, volunteerId);
        if (membership?.state !== 'member') throw new AppError(teamErrors.notMember);
        if (membership.role !== 'member') throw new AppError(teamErrors.leaderStays);
        const { state, role } = membership;
        const outcome = await commit(
          command,
          table,
          {
            membership: table.remove(MembershipItem, { volunteerId, team }, { is: { state, role } }),
            roster: putRoster(table, roster, withoutMember(roster, volunteerId)),
            audit: audit(command, 'team.removed', `${volunteerId} ${team}`),
          },
          { answer: {} },
        );
        return outcome.committed ? {} : undefined;
      });
    },

    /**
     * Puts a member on a position that the team's kind prescribes, or off theirs.
     *
     * @throws AppError platform.notAllowed, place.unknown, team.noPositions, team.notMember, team.positionTaken
     */
    async assign(command: Command, scope: string, volunteerId: string, position?: TrioPosition): Promise<Answer> {
      command.actor.mustReach('team.lead', { scope });
      const team = await organisation.mustFindTeam(scope);
      if (compositionOf(team.kind).length === 0) throw new AppError(teamErrors.noPositions);
      const answer = { state: 'member' as const };
      return untilSettled(async () => {
        const { membership, roster } = await placeIn(scope, volunteerId);
        if (membership?.state !== 'member') throw new AppError(teamErrors.notMember);
        const freed = withoutPosition(roster, volunteerId);
        if (position && freed.positions[position]) throw new AppError(teamErrors.positionTaken);
        const positions = { ...freed.positions, ...(position && { [position]: volunteerId }) };
        const outcome = await commit(
          command,
          table,
          {
            membership: putAs(membership, { position }),
            roster: putRoster(table, roster, { ...freed, positions }),
            audit: audit(command, `team.position.${position ?? 'none'}`, `${volunteerId} ${scope}`),
          },
          { answer },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** Replaces the team's QR code: no print of the old one works any longer. @throws AppError platform.notAllowed, place.unknown */
    async replaceCode(command: Command, team: string) {
      command.actor.mustReach('team.lead', { scope: team });
      await organisation.mustFindTeam(team);
      return untilSettled(async () => {
        const roster = await rosterOf(team);
        const changed = { ...roster, codeNumber: roster.codeNumber + 1 };
        const code = await teamCode(sealer, changed);
        const answer = { code, path: joinPath(team, code) };
        const writes = {
          roster: putRoster(table, roster, changed),
          audit: audit(command, 'team.codeReplaced', team),
        };
        const outcome = await commit(command, table, writes, { answer });
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
