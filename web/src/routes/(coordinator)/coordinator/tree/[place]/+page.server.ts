import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { roomKinds } from '@kaifong/shared/organisation/room-kinds.ts';
import type { Place } from '@kaifong/shared/organisation/schema.ts';
import { isWithin, kindOf, parentOf, type Scope, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { teamBrands } from '@kaifong/shared/organisation/team-brands.ts';
import { positionNames, teamKinds } from '@kaifong/shared/organisation/team-kinds.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { placeName } from '#lib/places/place-name.ts';
import { allBelow, namesOf } from '#lib/places/places.server.ts';
import { mustBeScope } from '#lib/places/scope-of-address.ts';
import { changeActions, trailOf } from '#lib/places/tree-changes.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { teamInWords } from '#lib/teams/team-view.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { newPlaceIn, newTeamIn } from './new-in-tree.ts';

/** What lies right below a place of the coordinator's branch, what may be added to it, and what was changed about it. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const scope = mustBeScope(event.params.place);
  const branches = branchesOf(me, 'coordinator');
  const isOwn = (place: Scope | undefined) => branches.some((own) => place !== undefined && isWithin(place, own));
  const kind = kindOf(scope);
  if (kind === 'team' || !isOwn(scope)) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });

  const holdsTeams = kind !== 'grid' && kind !== 'room';
  const parent = parentOf(scope);
  const [place, places, grids, rooms, teams, siblings, trail, names, toPlace] = await Promise.all([
    read(api(event).api.places[':place'].$get({ param: { place: scopeParam(scope) } })),
    kind === 'street' ? allBelow(event, scope) : [],
    kind === 'community' ? allBelow(event, scope, 'grids') : [],
    holdsTeams ? allBelow(event, scope, 'rooms') : [],
    holdsTeams ? rostersOf(event, scope) : undefined,
    kind === 'community' && parent ? allBelow(event, parent) : [],
    trailOf(event, scope),
    namesOf(event, parent ? [parent] : []),
    kind === 'community' ? isAnybodyToPlace(event, scope) : false,
  ]);
  const today = dayOf(toInstant(Date.now()));
  const isClosed = isClosedOn(place, today);
  const line = (each: Place) => ({
    scope: each.scope,
    param: scopeParam(each.scope),
    name: placeName(each, locale),
    detail: each.whereabouts,
    isClosed: isClosedOn(each, today),
    opensOn: each.validFrom > today ? each.validFrom : undefined,
  });
  const { name, nameHant, nameEn, validFrom, validTo, successor, whereabouts } = place;
  const successorPlace = siblings.find((each) => each.scope === successor);
  return {
    place: {
      ...{ scope, param: scopeParam(scope), kind, validFrom, validTo, whereabouts, isClosed },
      name: placeName(place, locale),
      names: { name, nameHant, nameEn },
      successor: successorPlace && placeName(successorPlace, locale),
    },
    up:
      parent === undefined
        ? undefined
        : { param: scopeParam(parent), name: names.get(parent) ?? parent, isOwn: isOwn(parent) },
    toPlace,
    mayRearrange: kind === 'community' && isOwn(parent),
    mayAdd: !isClosed && holdsTeams,
    mayChange: !isClosed && kind !== 'district' && kind !== 'street' && isOwn(parent),
    places: places.map(line),
    grids: grids.map(line),
    rooms: rooms.map(line),
    teams,
    trail,
    successors: siblings
      .filter((each) => each.scope !== scope && !isClosedOn(each, today))
      .map((each) => ({ value: each.scope, label: placeName(each, locale) })),
    teamKinds: choicesOf(teamKinds, locale),
    teamBrands: choicesOf(teamBrands, locale),
    roomKinds: choicesOf(roomKinds, locale),
  };
};

/** Whether somebody of a split community waits for a word on where they belong. */
async function isAnybodyToPlace(event: RequestEvent, community: Scope): Promise<boolean> {
  const { items } = await read(api(event).api.placements.$get({ query: { community, limit: '1' } }));
  return items.length > 0;
}

async function rostersOf(event: RequestEvent, place: Scope) {
  const { locale } = event.locals;
  const query = { place, limit: '25', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.rosters.$get({ query }));
  const teams = items.map(({ team, members, leaderName, missing }) => ({
    ...teamInWords(team, locale),
    members,
    leaderName,
    missing: missing.map((position) => positionNames[position][locale]).join(locale === 'en' ? ', ' : '、'),
  }));
  return { items: teams, cursor };
}

export const actions: Actions = {
  ...changeActions,

  addPlace: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.places.$post({ json: newPlaceIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.tree_added({ name: placeName(outcome.body, event.locals.locale) }) };
  },

  addTeam: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.teams.$post({ json: newTeamIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.tree_teamAdded({ name: placeName(outcome.body, event.locals.locale) }) };
  },
};
