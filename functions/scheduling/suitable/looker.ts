import { type Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { streetAt } from '@kaifong/shared/organisation/streets.ts';
import type { Looker } from '@kaifong/shared/scheduling/suitable/suiting.ts';
import type { VolunteerFacts } from '../../people/index.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { SchedulingDeps } from '../deps.ts';
import { PreferencesItem } from '../preferences/preferences.table.ts';
import { mustBeKnown } from '../staffing/candidates.ts';

/** Somebody who looks for a shift: what the rules ask of her, and what she would rather do. */
export type Person = Readonly<{ facts: VolunteerFacts; looker: Looker }>;

/** Reads it: her record, wishes and the middle of her community in one call, her times and her teams in one each. */
export async function readLooker(
  { table, people, organisation }: Pick<SchedulingDeps, 'table' | 'people' | 'organisation'>,
  volunteerId: string,
  community: Scope,
): Promise<Person> {
  const [[found, wishes, home], times, teams] = await Promise.all([
    lookUp([
      people.lookupVolunteer(volunteerId),
      table.lookup(PreferencesItem, { volunteerId }),
      organisation.lookupPlace(community),
    ]),
    people.freeTimesOf([volunteerId]),
    people.rosters.teamsOf(volunteerId),
  ]);
  const facts = mustBeKnown(found);
  const { longitude, latitude } = home ?? {};
  const middle = longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
  const said = times.get(volunteerId);
  return {
    facts,
    looker: {
      home: facts.scope,
      homePoint: middle ?? middleOfStreet(facts.scope),
      teams,
      skills: facts.skills,
      said,
      wishes,
    },
  };
}

/** Where a street lies, to about a kilometre; nothing is made up for somebody of no street. */
function middleOfStreet(scope: Scope): Looker['homePoint'] {
  const { centre } = streetAt(streetOf(scope) ?? '') ?? {};
  return centre && { longitude: centre.lng, latitude: centre.lat };
}
