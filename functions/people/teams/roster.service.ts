import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Team } from '@kaifong/shared/organisation/schema.ts';
import {
  compositionOf,
  missingPositions,
  positionNames,
  type TrioPosition,
} from '@kaifong/shared/organisation/team-kinds.ts';
import { teamErrors } from '@kaifong/shared/people/teams/team-errors.ts';
import type {
  MembershipState,
  TeamMember,
  TeamRoster,
  TeamRosterSummary,
} from '@kaifong/shared/people/teams/team-membership.ts';
import type { Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { emptyRoster, MembershipItem, type Roster, RosterItem } from './membership.table.ts';
import { joinPath, teamCode } from './team-code.ts';

/** Reads of teams: who belongs, who leads, who is missing. */
export function rosterService({ table, sealer, organisation }: PeopleDeps) {
  const rosterOf = async (team: string): Promise<Roster> =>
    (await table.get(RosterItem, { team })) ?? emptyRoster(team);

  /** Volunteers by id; at most 100. */
  async function people(ids: readonly string[]) {
    const found = await table.getAll(
      Volunteer,
      ids.map((id) => ({ id })),
    );
    const known = new Map(found.flatMap((volunteer) => (volunteer ? [[volunteer.id, volunteer]] : [])));
    return (id: string) => {
      const volunteer = known.get(id);
      if (!volunteer) throw new AppError(platformErrors.notFound);
      return { volunteerId: id, name: volunteer.name, number: volunteer.number, standing: volunteer.state };
    };
  }

  return {
    /** The volunteer who leads a team; `undefined` for a team without a leader. */
    leaderOf: async (team: string): Promise<string | undefined> => (await rosterOf(team)).leader,

    /** Whether a volunteer belongs to a team; one who only asks to join does not. */
    isMember: async (team: string, volunteerId: string): Promise<boolean> =>
      (await table.get(MembershipItem, { volunteerId, team }))?.state === 'member',

    /** A team at a glance. @throws AppError platform.notAllowed, place.unknown */
    async read({ actor }: Request, scope: string): Promise<TeamRoster> {
      actor.mustReach('team.lead', { scope });
      const [team, roster] = await Promise.all([organisation.mustFindTeam(scope), rosterOf(scope)]);
      const { leader, deputies, positions, members } = roster;
      const holder = await people([
        ...(leader ? [leader] : []),
        ...deputies,
        ...Object.values(positions).filter((id) => id !== undefined),
      ]);
      return {
        team,
        members,
        ...(leader && { leader: holder(leader) }),
        deputies: deputies.map(holder),
        composition: compositionOf(team.kind).map((position) => {
          const id = positions[position];
          return { position, ...(id && { holder: holder(id) }) };
        }),
      };
    },

    /** The code of the team's poster. @throws AppError platform.notAllowed, place.unknown */
    async code({ actor }: Request, scope: string) {
      actor.mustReach('team.lead', { scope });
      const [, roster] = await Promise.all([organisation.mustFindTeam(scope), rosterOf(scope)]);
      const code = await teamCode(sealer, roster);
      return { code, path: joinPath(scope, code) };
    },

    /** The members of a team, its leader first, or who asks to join. @throws AppError platform.notAllowed */
    async list(
      { actor }: Request,
      scope: string,
      { state, limit, cursor }: PageQuery & Readonly<{ state: MembershipState }>,
    ): Promise<Page<TeamMember>> {
      actor.mustReach('team.lead', { scope });
      const page = await table.query(MembershipItem, `${scope}#${state}`, { index: 'byTeam', limit, cursor });
      const person = await people(page.items.map(({ volunteerId }) => volunteerId));
      return { ...page, items: page.items.map((membership) => ({ ...membership, ...person(membership.volunteerId) })) };
    },

    /** The members of a team by id, for another context: what it does with them is its to allow. */
    async memberIds(scope: string, { limit, cursor }: PageQuery): Promise<Page<string>> {
      const page = await table.query(MembershipItem, `${scope}#member`, { index: 'byTeam', limit, cursor });
      return { ...page, items: page.items.map(({ volunteerId }) => volunteerId) };
    },

    /** The teams that a volunteer is a member of, for another context; nobody is in more than a hundred. */
    async teamsOf(volunteerId: string): Promise<string[]> {
      const range = { beginsWith: 'TEAM#' };
      const { items } = await table.query(MembershipItem, `VOLUNTEER#${volunteerId}`, { range, limit: 100 });
      return items.filter(({ state }) => state === 'member').map(({ team }) => team);
    },

    /** The teams of a place, each with its leader's name and what it lacks. @throws AppError platform.notAllowed */
    async listOfPlace({ actor }: Request, place: string, page: PageQuery): Promise<Page<TeamRosterSummary>> {
      actor.mustReach('team.lead', { scope: place });
      const teams = await organisation.teamsOf(place, page);
      const rosters = await table.getAll(
        RosterItem,
        teams.items.map(({ scope }) => ({ team: scope })),
      );
      const leaders = rosters.flatMap((roster) => roster?.leader ?? []);
      const person = await people(leaders);
      const items = teams.items.map((team, index) => {
        const { members, leader, positions } = rosters[index] ?? emptyRoster(team.scope);
        return {
          team,
          members,
          ...(leader && { leaderName: person(leader).name }),
          missing: missingPositions(team.kind, heldIn(positions)),
        };
      });
      return { ...teams, items };
    },

    /** Lets a team that its kind demands certain people of act only once it has them. @throws AppError team.incomplete */
    async mustBeComplete({ scope, kind }: Team): Promise<void> {
      if (compositionOf(kind).length === 0) return;
      const missing = missingPositions(kind, heldIn((await rosterOf(scope)).positions));
      if (missing.length === 0) return;
      const inWords = (language: 'zh-Hans' | 'zh-Hant' | 'en', comma: string) =>
        missing.map((position) => positionNames[position][language]).join(comma);
      throw new AppError(teamErrors.incomplete, {
        missing: { 'zh-Hans': inWords('zh-Hans', '、'), 'zh-Hant': inWords('zh-Hant', '、'), en: inWords('en', ', ') },
      });
    },
  };
}

function heldIn(positions: Roster['positions']): TrioPosition[] {
  return Object.keys(positions) as TrioPosition[];
}
