import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { decideFitting, type FittingDecision } from '@kaifong/shared/scheduling/fitting.ts';
import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import type { SchedulingDeps } from '../deps.ts';
import { type ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { type PersonInWeek, peopleInWeek } from './people-in-week.ts';
import { memberIdsOf } from './team-members.ts';

/** A member of a shift's team, and whether she can be asked for it. */
export type Member = Readonly<{
  volunteerId: string;
  name: string;
  decision: FittingDecision;
  /** Minutes a week over the last weeks. */
  weeklyMinutes: number;
  signUp: SignUpItem | undefined;
}>;

const noEntries: ReadonlyMap<string, readonly AgendaEntry[]> = new Map();
const rank = { fits: 0, mind: 1, must: 2 } as const;

/** Whom of a team its leader may ask for a shift, and what stands in the way with the others. */
export function membersFor({ table, people }: Pick<SchedulingDeps, 'table' | 'people'>) {
  async function signUpsOf(ids: readonly string[], { id: shiftId, startsAt }: ShiftItem) {
    const found = new Map<string, SignUpItem>();
    for (let from = 0; from < ids.length; from += 100) {
      const keys = ids.slice(from, from + 100).map((volunteerId) => ({ volunteerId, shiftId, startsAt }));
      for (const signUp of await table.getAll(SignUpItem, keys)) if (signUp) found.set(signUp.volunteerId, signUp);
    }
    return found;
  }

  /** The members of a team as a week may be planned with them. */
  async function inWeek(team: string, week: string): Promise<PersonInWeek[]> {
    return peopleInWeek({ table, people }).of(await memberIdsOf({ people }, team), week);
  }

  /** These people with the shift: those who fit first, and of them who served least. `planned` is what else they are meant for. */
  async function decide(
    persons: readonly PersonInWeek[],
    shift: ShiftItem,
    now: Instant,
    planned: ReadonlyMap<string, readonly AgendaEntry[]> = noEntries,
  ): Promise<Member[]> {
    const signUps = await signUpsOf(
      persons.map(({ facts }) => facts.id),
      shift,
    );
    return persons
      .filter(({ facts }) => facts.state === 'active')
      .map(({ facts, agenda, free, wishes, minutesBefore }): Member => {
        const signUp = signUps.get(facts.id);
        const others = (planned.get(facts.id) ?? []).filter(({ shiftId }) => shiftId !== shift.id);
        return {
          volunteerId: facts.id,
          name: facts.name,
          decision: decideFitting({
            volunteer: facts,
            shift,
            agenda: [...agenda, ...others],
            standing: signUp?.state,
            free,
            wishes,
            now,
          }),
          weeklyMinutes: Math.round(minutesBefore / schedulingSettings.fairWeeks),
          signUp,
        };
      })
      .sort(
        (one, other) =>
          rank[one.decision.kind] - rank[other.decision.kind] ||
          one.weeklyMinutes - other.weeklyMinutes ||
          (one.volunteerId < other.volunteerId ? -1 : 1),
      );
  }

  return {
    inWeek,
    decide,
    /** All members of the shift's team. */
    of: async (shift: ShiftItem, now: Instant, planned?: ReadonlyMap<string, readonly AgendaEntry[]>) =>
      decide(await inWeek(shift.teamScope, weekOf(dayOf(shift.startsAt))), shift, now, planned),
  };
}
