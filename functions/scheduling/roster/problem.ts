/** A week to be rostered: who there is, and what is to be served. Times are minutes from Monday 00:00 in Liwan. */
export type RosterProblem = Readonly<{
  communities: readonly RosterCommunity[];
  volunteers: readonly RosterVolunteer[];
  shifts: readonly RosterShift[];
  /** What unequal hours cost, in place of `worth.unfairness`. */
  unfairness?: number;
}>;

/** Where a community lies: the number of its street, and kilometres east and north of some fixed point. */
export type RosterCommunity = Readonly<{ street: number; x: number; y: number }>;

export type RosterVolunteer = Readonly<{
  community: number;
  team: number;
  /** One bit for each skill. */
  skills: number;
  /** Times at which she is free, from – to. */
  free: readonly (readonly [from: number, to: number])[];
  /** Most hours of shifts in this week. */
  mostHours: number;
  mostNights: number;
  /** Hours a week that she served on average in the weeks before. */
  pastHours: number;
  /** How much she likes each kind of shift, 0–3. */
  liking: readonly number[];
  /** Shifts, by index, that she is not to be asked for again. */
  notAsked?: ReadonlySet<number>;
  /* For telling why only: */
  /** Whether it was she who set `mostHours`. */
  isOwnLimit?: boolean;
  /** Shifts in which she has a place already. */
  serves?: ReadonlySet<number>;
  /** Days on which she has something already; `free` is without them. */
  busyDays?: ReadonlySet<number>;
}>;

/** Whose volunteers may serve: those of the shift's own community, of its street, or of the whole district. */
export const reaches = { community: 0, street: 1, district: 2 } as const;

export type RosterShift = Readonly<{
  community: number;
  kind: number;
  startsAt: number;
  endsAt: number;
  /** 1–3, of which 3 is the most urgent. */
  priority: number;
  reach: (typeof reaches)[keyof typeof reaches];
  /** The team whose members are preferred, or −1. */
  team: number;
  roles: readonly RosterRole[];
}>;

/** Places of a shift that ask for the same skills: at least `fewest` are needed, at most `most` are of use. */
export type RosterRole = Readonly<{ skills: number; fewest: number; most: number }>;

/** The roles of all shifts, in the order in which an assignment counts them. */
export function rolesInOrder<Role, Shift extends Readonly<{ roles: readonly Role[] }>>(
  shifts: readonly (Shift & Readonly<{ roles: readonly Role[] }>)[],
): Readonly<{ role: Role; shift: Shift; shiftIndex: number }>[] {
  return shifts.flatMap((shift, shiftIndex) => shift.roles.map((role) => ({ role, shift, shiftIndex })));
}

/** Who serves where: a volunteer's index, and that of a role, counted through the shifts in their order. */
export type Assignment = readonly [volunteer: number, role: number];

/** What a roster is worth, in points (house). */
export const worth = {
  /** A place that is needed, for each step of the shift's priority. */
  needed: 1000,
  /** A place beyond those needed. */
  extra: 300,
  liking: 8,
  ownCommunity: 12,
  ownStreet: 4,
  kilometre: -1,
  ownTeam: 20,
  /** The cost of the hour that follows on k hours (past and new) is this · (k + ½). */
  unfairness: 1.2,
} as const;

export const minutesOfDay = 24 * 60;

/** What nobody is asked to do, whatever it is worth (house). */
export const rest = {
  /** Minutes between two shifts of one volunteer. */
  between: 30,
  /** Minutes of rest after a shift that ends past midnight. */
  afterNight: 11 * 60,
} as const;

export const dayOfShift = (shift: RosterShift): number => Math.floor(shift.startsAt / minutesOfDay);

/** Whether a shift ends past the midnight that follows its start. */
export const isNight = (shift: RosterShift): boolean => shift.endsAt > (dayOfShift(shift) + 1) * minutesOfDay;

/** From when on a volunteer can serve again after a shift. */
export const restedAt = (shift: RosterShift): number =>
  shift.endsAt + (isNight(shift) ? rest.afterNight : rest.between);

/** How a volunteer's home lies to where a shift takes place. */
export type Way = Readonly<{ kilometres: number; sameCommunity: boolean; sameStreet: boolean }>;

export function wayBetween(communities: readonly RosterCommunity[], home: number, there: number): Way {
  const from = communities[home];
  const to = communities[there];
  if (!from || !to) throw new RangeError(`The roster has no community ${from ? there : home}.`);
  return {
    kilometres: Math.hypot(from.x - to.x, from.y - to.y),
    sameCommunity: home === there,
    sameStreet: from.street === to.street,
  };
}

/** What a volunteer's serving in a shift is worth beside the place that it fills. */
export function pairPoints(volunteer: RosterVolunteer, shift: RosterShift, way: Way): number {
  let points = worth.liking * (volunteer.liking[shift.kind] ?? 0) + worth.kilometre * way.kilometres;
  if (way.sameCommunity) points += worth.ownCommunity;
  else if (way.sameStreet) points += worth.ownStreet;
  if (shift.team >= 0 && shift.team === volunteer.team) points += worth.ownTeam;
  return points;
}

/** The convex cost of a load of hours: its slope between k and k + 1 hours is `unfairness` · (k + ½). */
export function loadCost(hours: number, unfairness: number = worth.unfairness): number {
  const whole = Math.floor(hours);
  return unfairness * ((whole * whole) / 2 + (hours - whole) * (whole + 0.5));
}
