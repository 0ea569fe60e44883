import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { TeamParams, TeamsQuery } from '@kaifong/shared/organisation/schema.ts';
import { teamErrors } from '@kaifong/shared/people/teams/team-errors.ts';
import {
  Invitation,
  InvitationQuery,
  JoinDecision,
  JoinRequest,
  MemberEntry,
  MembershipOutcome,
  MembersQuery,
  OwnMemberships,
  PositionChoice,
  RoleChoice,
  TeamCode,
  TeamMember,
  TeamMemberParams,
  TeamRoster,
  TeamRosterSummary,
} from '@kaifong/shared/people/teams/team-membership.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** Belonging to teams: asking to join, leaving, and what leaders and coordinators decide. */
export function teamRoutes({ rosters, joining, leading, appointing }: People) {
  return new Hono<ApiEnv>()
    .get(
      '/volunteers/me/teams',
      query(
        {
          id: 'listOwnTeams',
          summary: 'The teams of the volunteer, and those that have not answered yet',
          permission: 'team.belong',
          query: PageQuery,
          answer: [200, OwnMemberships],
        },
        (request, { query }) => joining.own(request, query),
      ),
    )
    .get(
      '/rosters',
      query(
        {
          id: 'listRosters',
          summary: 'The teams of a place, with how many belong, who leads and who is missing',
          permission: 'team.lead',
          query: TeamsQuery,
          answer: [200, Page(TeamRosterSummary)],
        },
        (request, { query }) => rosters.listOfPlace(request, query.place, query),
      ),
    )
    .get(
      '/teams/:team/roster',
      query(
        {
          id: 'readRoster',
          summary: 'A team at a glance: members, leader, deputies and prescribed positions',
          permission: 'team.lead',
          params: TeamParams,
          answer: [200, TeamRoster],
          errors: [placeErrors.unknown],
        },
        (request, { params }) => rosters.read(request, params.team),
      ),
    )
    .get(
      '/teams/:team/members',
      query(
        {
          id: 'listMembers',
          summary: 'The members of a team, its leader first, or who asks to join',
          permission: 'team.lead',
          params: TeamParams,
          query: MembersQuery,
          answer: [200, Page(TeamMember)],
        },
        (request, { params, query }) => rosters.list(request, params.team, query),
      ),
    )
    .get(
      '/teams/:team/code',
      query(
        {
          id: 'readTeamCode',
          summary: 'The code by which people ask to join, and the path that its QR code holds',
          permission: 'team.lead',
          params: TeamParams,
          answer: [200, TeamCode],
          errors: [placeErrors.unknown],
        },
        (request, { params }) => rosters.code(request, params.team),
      ),
    )
    .post(
      '/teams/:team/code',
      command(
        {
          id: 'replaceTeamCode',
          summary: 'Replace the code, so that no print of the old one works any longer',
          permission: 'team.lead',
          params: TeamParams,
          answer: [200, TeamCode],
          errors: [placeErrors.unknown],
        },
        (request, { params }) => leading.replaceCode(request, params.team),
      ),
    )
    .get(
      '/teams/:team/invitation',
      query(
        {
          id: 'readInvitation',
          summary: 'The team that a scanned code leads to',
          permission: 'team.browse',
          params: TeamParams,
          query: InvitationQuery,
          answer: [200, Invitation],
          errors: [placeErrors.unknown, placeErrors.closed, teamErrors.codeInvalid],
        },
        (request, { params, query }) => joining.invitation(request, params.team, query.code),
      ),
    )
    .post(
      '/teams/:team/requests',
      command(
        {
          id: 'askToJoinTeam',
          summary: 'Ask to join a team with its code; the leader decides',
          permission: 'team.belong',
          params: TeamParams,
          body: JoinRequest,
          answer: [201, MembershipOutcome],
          errors: [
            placeErrors.unknown,
            placeErrors.closed,
            teamErrors.codeInvalid,
            teamErrors.notActive,
            teamErrors.alreadyMember,
            teamErrors.alreadyAsked,
          ],
        },
        (request, { params, body }) => joining.ask(request, params.team, body.code),
      ),
    )
    .post(
      '/teams/:team/leaving',
      command(
        {
          id: 'leaveTeam',
          summary: 'Leave a team, or take a request back',
          permission: 'team.belong',
          params: TeamParams,
          answer: [200, MembershipOutcome],
          errors: [teamErrors.notMember, teamErrors.leaderStays],
        },
        (request, { params }) => joining.leave(request, params.team),
      ),
    )
    .post(
      '/teams/:team/members',
      command(
        {
          id: 'enterMember',
          summary: 'Enter a volunteer of the own branch into a team by their number, as leader, deputy or member',
          permission: 'team.appoint',
          params: TeamParams,
          body: MemberEntry,
          answer: [201, MembershipOutcome],
          errors: [
            placeErrors.unknown,
            placeErrors.closed,
            teamErrors.numberUnknown,
            teamErrors.entryKnown,
            teamErrors.notActive,
          ],
        },
        (request, { params, body }) => appointing.enter(request, params.team, body),
      ),
    )
    .post(
      '/teams/:team/members/:volunteerId/decision',
      command(
        {
          id: 'decideOnJoinRequest',
          summary: 'Let somebody who asked into the team, or not',
          permission: 'team.lead',
          params: TeamMemberParams,
          body: JoinDecision,
          answer: [200, MembershipOutcome],
          errors: [placeErrors.unknown, placeErrors.closed, teamErrors.requestGone, teamErrors.notActive],
        },
        (request, { params, body }) =>
          leading.decide(request, params.team, params.volunteerId, body.decision === 'accept'),
      ),
    )
    .post(
      '/teams/:team/members/:volunteerId/removal',
      command(
        {
          id: 'removeMember',
          summary: 'Take somebody off a team',
          permission: 'team.lead',
          params: TeamMemberParams,
          answer: [200, MembershipOutcome],
          errors: [placeErrors.unknown, teamErrors.notMember, teamErrors.leaderStays],
        },
        (request, { params }) => leading.remove(request, params.team, params.volunteerId),
      ),
    )
    .post(
      '/teams/:team/members/:volunteerId/position',
      command(
        {
          id: 'assignPosition',
          summary: 'Put a member on a position that the kind of team prescribes, or off theirs',
          permission: 'team.lead',
          params: TeamMemberParams,
          body: PositionChoice,
          answer: [200, MembershipOutcome],
          errors: [placeErrors.unknown, teamErrors.noPositions, teamErrors.notMember, teamErrors.positionTaken],
        },
        (request, { params, body }) => leading.assign(request, params.team, params.volunteerId, body.position),
      ),
    )
    .post(
      '/teams/:team/members/:volunteerId/role',
      command(
        {
          id: 'appointMember',
          summary: 'Make a member the leader, a deputy, or a plain member again',
          permission: 'team.appoint',
          params: TeamMemberParams,
          body: RoleChoice,
          answer: [200, MembershipOutcome],
          errors: [placeErrors.unknown, placeErrors.closed, teamErrors.notMember, teamErrors.notActive],
        },
        (request, { params, body }) => appointing.appoint(request, params.team, params.volunteerId, body.role),
      ),
    );
}
