import { communityOf } from '@kaifong/shared/organisation/scope.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Hours that are about to be booked afterwards, for everybody to read. */
export const load: PageServerLoad = async (event) => {
  const query = { limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api['amendment-notices'].current.$get({ query }));
  const placeOf = (scope: string) => communityOf(scope) ?? scope;
  const names = await namesOf(event, [...new Set(items.map(({ teamScope }) => placeOf(teamScope)))]);
  return {
    notices: items.map((notice) => ({
      ...notice,
      place: names.get(placeOf(notice.teamScope)),
      time: spokenMinutes(notice.minutes),
    })),
    isSignedIn: event.locals.me !== undefined,
    cursor,
  };
};

export const actions: Actions = {
  object: async (event) => {
    const form = await readForm(event);
    const param = { amendmentId: form.text('amendmentId') };
    const json = { words: form.text('words') };
    const one = api(event, form.idempotencyKey).api['amendment-notices'][':amendmentId'];
    const outcome = await outcomeOf(one.objections.$post({ param, json }));
    return outcome.ok ? { news: m.amendments_doneObjected() } : problemToFail(outcome.problem, form);
  },
};
