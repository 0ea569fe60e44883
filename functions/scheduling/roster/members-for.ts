import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { decideFittingRole, type FittingDecision } from '@kaifong/shared/scheduling/suitable/fitting.ts';
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
  /** In a shift with roles, the number of the one that she would be asked for, and of all that she fits. */
  role?: number | undefined;
  fitsIn: readonly number[];
  /** Minutes a week over the last weeks. */
  weeklyMinutes: number;
  signUp: SignUpItem | undefined;
}>;

type Planning = Readonly<{
  /** What else people are meant for. */
  planned?: ReadonlyMap<string, readonly AgendaEntry[]>;
  /** The roles of the shift that may still be filled. */
  openRoles?: readonly number[] | undefined;
}>;

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

  /** These people with the shift: those who fit first, and of them who served least. */
  async function decide(
    persons: readonly PersonInWeek[],
    shift: ShiftItem,
    now: Instant,
    { planned, openRoles }: Planning,
  ): Promise<Member[]> {
    const signUps = await signUpsOf(
      persons.map(({ facts }) => facts.id),
      shift,
    );
    return persons
      .filter(({ facts }) => facts.state === 'active')
      .map(({ facts, agenda, free, wishes, minutesBefore }): Member => {
        const signUp = signUps.get(facts.id);
        const others = (planned?.get(facts.id) ?? []).filter(({ shiftId }) => shiftId !== shift.id);
        const asked = { volunteer: facts, shift, agenda: [...agenda, ...others], standing: signUp?.state };
        return {
          volunteerId: facts.id,
          name: facts.name,
          ...decideFittingRole({ ...asked, free, wishes, now }, openRoles),
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
    of: async (shift: ShiftItem, now: Instant, planning: Planning) =>
      decide(await inWeek(shift.teamScope, weekOf(dayOf(shift.startsAt))), shift, now, planning),
  };
}
