import { entryKinds, type NewFileEntry } from '@kaifong/shared/attendance/file-entries/schema.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The service file of a volunteer: honours, evaluations, complaints; `?kind=` says which one is about to be written. */
export const load: PageServerLoad = async (event) => {
  const param = { volunteerId: event.params.volunteerId };
  const asked = event.url.searchParams.get('kind');
  const query = { limit: '20', ...pageQuery(event.url) };
  const [person, { items, cursor }] = await Promise.all([
    read(api(event).api.volunteers[':volunteerId'].$get({ param })),
    read(api(event).api['file-entries'].of[':volunteerId'].$get({ param, query })),
  ]);
  return {
    person: { id: person.id, name: person.name },
    kind: entryKinds.find((kind) => kind === asked) ?? 'award',
    entries: items,
    cursor,
    today: dayOf(toInstant(Date.now())),
  };
};

export const actions: Actions = {
  record: async (event) => {
    const form = await readForm(event);
    const rating = form.optional('rating');
    const json = {
      ...{ kind: form.text('kind'), title: form.text('title'), on: form.text('on'), by: form.text('by') },
      words: form.text('words'),
      ...(rating !== undefined && { rating: Number(rating) }),
      outcome: form.optional('outcome'),
    } as NewFileEntry;
    const route = api(event, form.idempotencyKey).api['file-entries'].of[':volunteerId'];
    const outcome = await outcomeOf(route.$post({ param: { volunteerId: event.params.volunteerId }, json }));
    return outcome.ok ? { done: 'recorded' as const } : problemToFail(outcome.problem, form);
  },

  withdraw: async (event) => {
    const form = await readForm(event);
    const param = { volunteerId: event.params.volunteerId, entryId: form.text('entryId') };
    const route = api(event, form.idempotencyKey).api['file-entries'].of[':volunteerId'][':entryId'].withdrawal;
    const outcome = await outcomeOf(route.$post({ param, json: { reason: form.text('reason') } }));
    return outcome.ok ? { done: 'withdrawn' as const } : problemToFail(outcome.problem, form);
  },
};
