import type { Text } from '@kaifong/shared/kernel/language.ts';
import { documentKindNames } from '@kaifong/shared/people/document-kinds.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import type { Decision } from '@kaifong/shared/people/schema.ts';
import { skills } from '@kaifong/shared/people/skills.ts';
import { error } from '@sveltejs/kit';
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

export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const branches = branchesOf(me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, state: 'applied', limit: '10', ...pageQuery(event.url) };
  const [places, { items, cursor }] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.volunteers.$get({ query })),
  ]);
  const names = await namesOf(
    event,
    items.map(({ community }) => community),
  );
  const inWords = (codes: readonly string[], catalogue: Readonly<Record<string, Text>>) =>
    codes.map((code) => catalogue[code]?.[locale] ?? code).join(locale === 'en' ? ', ' : '、');
  return {
    place,
    places,
    cursor,
    applications: items.map((item) => ({
      id: item.id,
      name: item.name,
      number: item.number,
      document: `${documentKindNames[item.document.kind][locale]} ${item.document.number}`,
      community: names.get(item.community) ?? item.community,
      skills: inWords(item.skills, skills),
      languages: inWords(item.languages, spokenLanguages),
      isMinor: item.isMinor,
      isOnPaper: item.registeredBy === 'import',
      registeredAt: item.registeredAt,
    })),
  };
};

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const isApproved = form.text('decision') === 'approve';
    const json: Decision = isApproved ? { decision: 'approve' } : { decision: 'decline', reason: form.text('reason') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.volunteers[':volunteerId'].approval.$post({
        param: { volunteerId: form.text('volunteerId') },
        json,
      }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { decided: { name: form.text('name'), isApproved } };
  },
};
