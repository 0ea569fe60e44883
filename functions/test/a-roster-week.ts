import type { RosterProblem, RosterShift, RosterVolunteer } from '../scheduling/roster/problem.ts';
import { reaches } from '../scheduling/roster/problem.ts';
import { randomFrom } from '../scheduling/roster/random.ts';

const day = 24 * 60;

/** Somebody who is free all week, can do nothing special, and likes everything a little. */
export function aRosterVolunteer(change: Partial<RosterVolunteer> = {}): RosterVolunteer {
  return {
    community: 0,
    team: 0,
    skills: 0,
    free: [[0, 8 * day]],
    mostHours: 10,
    mostNights: 2,
    pastHours: 0,
    liking: [1, 1, 1],
    ...change,
  };
}

/** A shift on Monday from 9 to 11 that needs one volunteer. */
export function aRosterShift(change: Partial<RosterShift> = {}): RosterShift {
  return {
    community: 0,
    kind: 0,
    startsAt: 9 * 60,
    endsAt: 11 * 60,
    priority: 1,
    reach: reaches.street,
    team: -1,
    roles: [{ skills: 0, fewest: 1, most: 1 }],
    ...change,
  };
}

export function aRosterWeek(change: Partial<RosterProblem> = {}): RosterProblem {
  return {
    communities: [
      { street: 0, x: 0, y: 0 },
      { street: 0, x: 1, y: 1 },
      { street: 1, x: 3, y: 0 },
    ],
    volunteers: [aRosterVolunteer()],
    shifts: [aRosterShift()],
    ...change,
  };
}

/** A week of chance, small enough to try every roster, in which all hard rules bite. */
export function aTinyWeek(seed: number): RosterProblem {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const shifts = Array.from({ length: 3 + below(4) }, () => {
    const night = below(3) === 0;
    const startsAt = below(3) * day + (night ? 22 * 60 : (6 + below(14)) * 60);
    return aRosterShift({
      community: below(3),
      kind: below(3),
      startsAt,
      endsAt: startsAt + oneOf(night ? [240, 480] : [60, 90, 150, 240]),
      priority: 1 + below(3),
      reach: oneOf(Object.values(reaches)),
      team: below(3) - 1,
      roles: Array.from({ length: 1 + below(2) }, () => {
        const most = 1 + below(2);
        return { skills: below(3), fewest: below(most + 1), most };
      }),
    });
  });
  const volunteers = Array.from({ length: 2 + below(3) }, () =>
    aRosterVolunteer({
      community: below(3),
      team: below(2),
      skills: below(4),
      free:
        below(3) === 0
          ? [[0, 8 * day]]
          : [0, 1, 2].flatMap((each) =>
              below(3) ? [[each * day + below(12) * 60, (each + 1) * day + below(10) * 60] as const] : [],
            ),
      mostHours: 1 + below(12),
      mostNights: below(3),
      pastHours: below(60) / 10,
      liking: [below(4), below(4), below(4)],
    }),
  );
  return aRosterWeek({ volunteers, shifts });
}
