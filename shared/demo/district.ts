import type { Instant } from '../kernel/time.ts';
import { streetOf } from '../organisation/scope.ts';
import { district, type Place, streets } from '../organisation/streets.ts';
import { type DemoActivity, demoActivity } from './activities.ts';
import { demoCommunities } from './communities.ts';
import { type DemoTeam, demoTeams, teamCount } from './teams.ts';
import { type DemoVolunteer, demoVolunteer } from './volunteers.ts';

export type DemoDistrict = Readonly<{
  district: Place;
  streets: readonly Place[];
  communities: readonly Place[];
  teams: readonly DemoTeam[];
  /** One by one and again each time they are asked for, so that 83,000 need no room. */
  volunteers: Iterable<DemoVolunteer>;
  activities: Iterable<DemoActivity>;
}>;

/**
 * A whole district of made-up people and work: the same for the same seed, size and `now`. Streets are the real ones;
 * everybody and everything else is invented, down to numbers that are valid in form and belong to nobody we know of.
 *
 * @throws RangeError for fewer than 20 volunteers, who would not make a team of each kind.
 */
export function demoDistrict(size: { seed: number; volunteers: number; now: Instant }): DemoDistrict {
  if (!Number.isInteger(size.volunteers) || size.volunteers < 20) throw new RangeError('the demo needs 20 volunteers');
  const communities = demoCommunities(size.seed);
  const teams = demoTeams(communities, teamCount(size.volunteers));
  const communitiesByStreet = Map.groupBy(communities, ({ scope }) => streetOf(scope) ?? '');
  const world = { seed: size.seed, now: size.now, communities, communitiesByStreet, teams };

  function* volunteers() {
    for (let serial = 0; serial < size.volunteers; serial += 1) yield demoVolunteer(world, serial);
  }

  /** Everybody whose serial leads to the team: its leader, and every so-many-th after. */
  function membersOf(team: DemoTeam): DemoVolunteer[] {
    const members: DemoVolunteer[] = [];
    // A few dozen are enough for any shift of the demo.
    for (let serial = team.index; serial < size.volunteers && members.length < 40; serial += teams.length) {
      const volunteer = demoVolunteer(world, serial);
      if (volunteer.teamScope === team.scope) members.push(volunteer);
    }
    return members;
  }

  function* activities() {
    for (const team of teams) yield demoActivity(world, team, membersOf(team));
  }

  return {
    district,
    streets,
    communities,
    teams,
    volunteers: { [Symbol.iterator]: volunteers },
    activities: { [Symbol.iterator]: activities },
  };
}
