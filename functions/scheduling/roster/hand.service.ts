import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type {
  NewRosterAddition,
  RosterPeopleQuery,
  RosterPerson,
  RosterQuery,
} from '@kaifong/shared/scheduling/roster/roster.ts';
import { rosterErrors } from '@kaifong/shared/scheduling/roster/roster-errors.ts';
import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem } from '../scheduling.table.ts';
import { mostDemandingFirst } from '../sign-up/seat-choice.ts';
import { inWords } from '../staffing/why.ts';
import { type Member, membersFor } from './members-for.ts';
import { RosterItem, RosterShiftItem, rosterPartition } from './roster.table.ts';
import { writeChange } from './roster-change.ts';

/** People shown to choose from, those who fit first. */
const mostShown = 30;

/** What a leader does by hand: finds somebody of the team for a shift of the roster, and adds her. */
export function handService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const members = membersFor(deps);

  async function mustFind({ actor }: Request, { shiftId, ...query }: RosterQuery & { shiftId: string }) {
    actor.mustReach('shift.manage', { scope: query.place });
    const [roster, shift] = await table.getPair([RosterItem, query], [ShiftItem, { id: shiftId }]);
    if (!roster || !shift) throw new AppError(platformErrors.notFound);
    actor.mustReach('shift.manage', { scope: shift.teamScope });
    const item = await table.get(RosterShiftItem, { ...query, shiftId, startsAt: shift.startsAt });
    if (!item) throw new AppError(rosterErrors.moved);
    return { roster, shift, item };
  }

  /** What the roster has these people do besides, as entries of their agendas. */
  async function plannedIn(query: RosterQuery): Promise<Map<string, AgendaEntry[]>> {
    const found = await table.collect(rosterPartition(query), { beginsWith: 'SHIFT#' }, { items: RosterShiftItem });
    const planned = new Map<string, AgendaEntry[]>();
    for (const { shiftId, title, startsAt, endsAt, proposals } of found.items)
      for (const { volunteerId } of proposals)
        planned.set(volunteerId, [...(planned.get(volunteerId) ?? []), { shiftId, title, startsAt, endsAt }]);
    return planned;
  }

  async function personOf(member: Member, now: Instant, language: Language): Promise<RosterPerson> {
    const { volunteerId, name, decision, role, weeklyMinutes } = member;
    const why = decision.kind === 'fits' ? undefined : await inWords(people, decision.why, now);
    const where = decision.kind !== 'must' && role !== undefined && { role };
    return { volunteerId, name, fits: decision.kind, ...(why && { why: why[language] }), ...where, weeklyMinutes };
  }

  return {
    /** The members of a shift's team who could be added, those who fit first; by a part of their names when one is given. */
    async people(request: Request, query: RosterPeopleQuery, language: Language): Promise<Page<RosterPerson>> {
      const { shift, item } = await mustFind(request, query);
      const proposed = new Set(item.proposals.map(({ volunteerId }) => volunteerId));
      const planning = { planned: await plannedIn(query), openRoles: emptyRolesIn(item) };
      const found = await members.of(shift, request.now, planning);
      const shown = found
        .filter(({ volunteerId, name }) => !proposed.has(volunteerId) && name.includes(query.name ?? ''))
        .slice(0, mostShown);
      return { items: await Promise.all(shown.map((member) => personOf(member, request.now, language))) };
    },

    /**
     * Adds somebody to a shift, locked, so that the next run keeps her. Her own word about her time does not stand in the way, since
     * she is asked; a rule does.
     *
     * @throws AppError platform.notFound, roster.underWay, roster.moved, roster.notMember, roster.noPlaceLeft, roster.cannotServe
     */
    async add(command: Command, { volunteerId, role: wanted, ...query }: NewRosterAddition) {
      const { roster, shift, item } = await mustFind(command, query);
      if (roster.state === 'working') throw new AppError(rosterErrors.underWay);
      if (item.proposals.some((proposal) => proposal.volunteerId === volunteerId))
        throw new AppError(rosterErrors.moved);
      const openRoles = emptyRolesIn(item)?.filter((number) => wanted === undefined || number === wanted);
      if (item.proposals.length >= item.places || openRoles?.length === 0) throw new AppError(rosterErrors.noPlaceLeft);
      const found = await members.of(shift, command.now, { planned: await plannedIn(query), openRoles });
      const member = found.find((each) => each.volunteerId === volunteerId);
      if (!member) throw new AppError(rosterErrors.notMember);
      const { decision, name, role, weeklyMinutes } = member;
      if (decision.kind === 'must')
        throw new AppError(rosterErrors.cannotServe, {
          name,
          reason: await inWords(people, decision.why, command.now),
        });
      const where = role === undefined ? {} : { role };
      const proposal = {
        ...{ volunteerId, ...where, isLocked: true, isNew: true },
        ...{ reasons: ['locked' as const], weeklyMinutes },
      };
      const changed: RosterShiftItem = {
        ...item,
        proposals: [...item.proposals, proposal],
        removed: item.removed.filter((id) => id !== volunteerId),
        version: item.version + 1,
      };
      return writeChange(command, table, { roster, item, changed });
    },
  };
}

/** The roles that have a place nobody is proposed for, of a shift that has roles. */
function emptyRolesIn({ roles, proposals }: RosterShiftItem): number[] | undefined {
  const empty = roles?.filter(({ number, places }) => proposals.filter(({ role }) => role === number).length < places);
  return empty && mostDemandingFirst(empty);
}
