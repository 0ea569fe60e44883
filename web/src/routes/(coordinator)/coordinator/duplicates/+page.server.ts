import type { LikelyPerson, NewMerge } from '@kaifong/shared/people/merging/merge-schema.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Records of the own branches that may be one person's, and the merges of late. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const branches = branchesOf(me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const { api: routes } = api(event);
  const [places, likely, merges] = await Promise.all([
    ownPlaces(event, branches, place),
    read(routes['likely-duplicates'].$get({ query: { place, limit: '10', ...pageQuery(event.url) } })),
    read(routes.merges.$get({ query: { place, limit: '10' } })),
  ]);
  const names = await namesOf(
    event,
    likely.items.flatMap(({ people }) => people.map(({ community }) => community)),
  );
  const inWords = (person: LikelyPerson) => ({
    ...{ id: person.id, name: person.name, number: person.number, mobile: person.mobile, state: person.state },
    stateName: stateNames[person.state][locale],
    document: `${documentKindNames[person.document.kind][locale]} ${person.document.number}`,
    community: names.get(person.community) ?? person.community,
    registeredAt: person.registeredAt,
    isOnPaper: person.registeredBy === 'import',
  });
  return {
    ...{ place, places, cursor: likely.cursor },
    pairs: likely.items.map(({ because, people }) => ({
      id: people.map(({ id }) => id).join('-'),
      because,
      people: people.map(inWords),
    })),
    merges: merges.items.map(({ id, state, stays, goes, changedAt }) => ({
      ...{ id, state, changedAt, name: stays.name, stays: stays.number, goes: goes.number },
    })),
  };
};

export const actions: Actions = {
  apart: async (event) => {
    const form = await readForm(event);
    const json = { volunteerIds: form.list('volunteerIds') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['likely-duplicates'].apart.$post({ json }));
    return outcome.ok ? { news: m.merge_apartDone() } : problemToFail(outcome.problem, form);
  },

  merge: async (event) => {
    const form = await readForm(event);
    const stays = form.text('stays');
    const goes = form.list('volunteerIds').find((id) => id !== stays) ?? '';
    const json = { stays, goes, mobile: form.text('mobile'), reason: form.text('reason') } as NewMerge;
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.merges.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/coordinator/merges/${outcome.body.id}`);
  },
};
