import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { helpSettings } from '@kaifong/shared/points/help/help.ts';
import { helpKindCodes, helpKinds } from '@kaifong/shared/points/help/help-kinds.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf, placesBelow } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { helpIn } from './help-form.ts';

/** What she asked her neighbours for, and what it takes to ask. */
export const load: PageServerLoad = async (event) => {
  const client = api(event).api;
  const [{ balance }, { own }, page] = await Promise.all([
    read(client.points.$get()),
    read(client['points-funds'].mine.$get()),
    read(client['help-requests'].mine.$get({ query: pageQuery(event.url) })),
  ]);
  const street = streetOf(own) ?? own;
  const [places, names] = await Promise.all([
    placesBelow(event, street),
    namesOf(
      event,
      page.items.map(({ community }) => community),
    ),
  ]);
  const { locale } = event.locals;
  const now = toInstant(Date.now());
  const tomorrow = dayOf(shiftBy(now, day));
  return {
    ...{ balance, own, tomorrow, settings: helpSettings },
    communities: places
      .filter(({ kind }) => kind === 'community')
      .map(({ scope, name }) => ({ value: scope, label: name })),
    kinds: helpKindCodes.map((code) => ({ value: code, label: helpKinds[code][locale] })),
    helps: page.items.map((help) => ({
      ...help,
      kindName: helpKinds[help.kind][locale],
      placeName: names.get(help.community) ?? '',
      isAhead: help.startsAt > now,
    })),
    cursor: page.cursor,
    done: event.url.searchParams.get('done') === 'asked',
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['help-requests'];
    const outcome = await outcomeOf(route.$post({ json: helpIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/volunteer/points/help?done=asked');
  },

  withdraw: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['help-requests'][':helpId'].withdrawal;
    const outcome = await outcomeOf(route.$post({ param: { helpId: form.text('helpId') } }));
    return outcome.ok ? { done: 'withdrawn' as const } : problemToFail(outcome.problem, form);
  },
};
