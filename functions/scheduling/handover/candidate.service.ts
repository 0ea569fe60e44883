import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { HandoverCandidate } from '@kaifong/shared/scheduling/handover/handover.ts';
import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import { isRisky } from '@kaifong/shared/scheduling/shifts/risk.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import type { VolunteerFacts } from '../../people/index.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { entriesOf, lookupOwn, readOwn } from '../sign-up/agenda.ts';
import { mustFindVolunteer, obstacleFor } from '../staffing/candidates.ts';
import { inBrief } from './handover.table.ts';

/** Fellow members who are looked at, shifts of the team that may come in return, and how many days ahead those lie at most. */
const most = { members: 50, shifts: 12, daysAhead: 28 };

/** Whom somebody can ask by name. */
export function candidateService({ table, people }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** The coming shifts of the team in which fellow members have a place, and what keeps the giver from each. */
  async function returnsFor(giver: VolunteerFacts, shift: ShiftItem, now: Instant) {
    const range = { from: `${now}~`, to: `${shiftBy(now, most.daysAhead * day)}~` };
    const page = await table.query(ShiftItem, `SHIFTS#${shift.teamScope}`, {
      index: 'byTeam',
      range,
      limit: most.shifts,
    });
    // What is risky the giver would have to confirm, who is not there when it is taken.
    const others = page.items.filter((each) => each.id !== shift.id && each.state === 'open' && !isRisky(each));
    const looked = await Promise.all(
      others.map(async (other) => {
        const [seats, { mine, weeks }] = await Promise.all([shifts.seats(other.id), readOwn(table, giver.id, other)]);
        const agenda = entriesOf(weeks).filter(({ shiftId }) => shiftId !== shift.id);
        if (mine?.state === 'offered' || (await obstacleFor(people, giver, other, agenda, now, { isMember: true })))
          return undefined;
        const holders = seats.flatMap(({ state, volunteerId }) =>
          state === 'taken' && volunteerId ? [volunteerId] : [],
        );
        return { shift: other, holders: new Set(holders) };
      }),
    );
    return looked.filter((each) => each !== undefined);
  }

  return {
    /**
     * The fellow members of the person who has a place in a shift of her team: who may take it as things stand, and who may in return for a
     * place of theirs that she may take. Nobody for one who has no place, or is not of the team. @throws AppError platform.notFound
     */
    async list({ actor, now }: Request, shiftId: string): Promise<Page<HandoverCandidate>> {
      const { volunteerId } = actor;
      const [shift, teams] = await Promise.all([shifts.mustFind(shiftId), people.rosters.teamsOf(volunteerId)]);
      const { mine } = await readOwn(table, volunteerId, shift);
      if (mine?.state !== 'signedUp' || !teams.includes(shift.teamScope)) return { items: [] };

      const coming = {
        role: mine.seat === undefined ? undefined : roleOfSeat(shift, mine.seat)?.number,
        isMember: true,
      };
      const { items: ids } = await people.rosters.memberIds(shift.teamScope, { limit: most.members });
      const others = ids.filter((id) => id !== volunteerId);
      if (others.length === 0) return { items: [] };
      const [members, agendas, returns] = await Promise.all([
        people.findVolunteers(others),
        agendasOf(others, shift),
        mustFindVolunteer(people, volunteerId).then((self) => returnsFor(self, shift, now)),
      ]);
      const items = await Promise.all(
        members.map(async (member): Promise<HandoverCandidate> => {
          const agenda = agendas.get(member.id) ?? [];
          const mayTakeWithout = async (given?: string) => {
            const entries = agenda.filter((entry) => entry.shiftId !== given);
            return (await obstacleFor(people, member, shift, entries, now, coming)) === undefined;
          };
          const held = returns.filter(({ holders }) => holders.has(member.id));
          const fits = await Promise.all(held.map((each) => mayTakeWithout(each.shift.id)));
          const inReturn = held.filter((_, index) => fits[index]).map((each) => inBrief(each.shift));
          return { volunteerId: member.id, name: member.name, mayTake: await mayTakeWithout(), inReturn };
        }),
      );
      return { items: items.filter(({ mayTake, inReturn }) => mayTake || inReturn.length > 0) };
    },
  };

  /** What each has in the weeks of a shift, at most so many in one read as it holds. */
  async function agendasOf(ids: readonly string[], shift: ShiftItem): Promise<Map<string, readonly AgendaEntry[]>> {
    const agendas = new Map<string, readonly AgendaEntry[]>();
    for (let from = 0; from < ids.length; from += 20) {
      const some = ids.slice(from, from + 20);
      const found = await lookUp(some.map((id) => lookupOwn(table, id, shift)));
      for (const [index, own] of found.entries()) agendas.set(some[index] ?? '', entriesOf(own.weeks));
    }
    return agendas;
  }
}
