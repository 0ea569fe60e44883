import { readSearch } from '@kaifong/shared/people/finding/search.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import type { VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { type Choice, choicesOf } from '#lib/components/choice.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { teamChoices } from '#lib/places/teams.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** People of the own branches, by what the address asks for. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const asked = event.url.searchParams;
  const branches = branchesOf(me, 'coordinator');
  const place = placeWithin(branches, asked.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });

  const text = (asked.get('text') ?? '').trim().slice(0, 60);
  const [skills, teams] = await Promise.all([skillWords(event), teamChoices(event, place)]);
  const skill = chosenIn(skills.all(), asked.get('skill'));
  const team = chosenIn(teams, asked.get('team'));
  const state = stateIn(asked.get('state'));
  const query = {
    ...{ place, text, limit: '20', ...pageQuery(event.url) },
    ...(skill && { skill }),
    ...(state && { state }),
    ...(team && { team }),
  };
  const [places, { items, cursor }] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.volunteers.found.$get({ query })),
  ]);
  const communities = await namesOf(
    event,
    items.map(({ community }) => community),
  );
  return {
    place,
    places,
    text,
    skill,
    state,
    team,
    cursor,
    isUnclear: readSearch(text).by === 'unclear',
    skills: skills.all(),
    teams,
    states: choicesOf(stateNames, locale),
    people: items.map((person) => ({
      id: person.id,
      name: person.name,
      number: person.number,
      isMinor: person.isMinor,
      state: person.state,
      stateName: stateNames[person.state][locale],
      community: communities.get(person.community) ?? person.community,
      skills: skills.names(person.skills),
    })),
  };
};

/** What the address asks for, if there is such a thing. */
function chosenIn(choices: readonly Choice[], asked: string | null): string | undefined {
  return choices.find(({ value }) => value === asked)?.value;
}

function stateIn(asked: string | null): VolunteerState | undefined {
  return asked !== null && Object.hasOwn(stateNames, asked) ? (asked as VolunteerState) : undefined;
}
