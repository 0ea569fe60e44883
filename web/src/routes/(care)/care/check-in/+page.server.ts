import { who5 } from '@kaifong/shared/care/instruments/who5.ts';
import { type CheckIn, loads } from '@kaifong/shared/care/supervision/check-in.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import { loadWords, shownCheckIn } from '../../check-in-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** How a counsellor is herself. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const query = { limit: '6', ...pageQuery(event.url) };
  const { items, isDue, cursor } = await read(careApi(event)['own-check-ins'].$get({ query }));
  return {
    isDue,
    isLow: items[0]?.isLow ?? false,
    past: items.map(shownCheckIn),
    cursor,
    lead: who5.lead[locale],
    source: who5.source,
    licence: who5.licence,
    items: who5.items.map((item, index) => ({ name: `who5.${index}`, text: item[locale] })),
    answers: who5.answers.map((answer, value) => ({ value: String(value), label: answer[locale] })),
    loads: loads.map((value) => ({ value, label: loadWords[value]() })),
  };
};

export const actions: Actions = {
  send: async (event) => {
    const form = await readForm(event);
    const json: CheckIn = {
      who5: who5.items.map((_, index) => form.integer(`who5.${index}`) ?? -1),
      load: form.text('load') as CheckIn['load'],
      words: form.optional('words'),
    };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-check-ins'].$post({ json }));
    return outcome.ok ? { news: m.checkIn_sent() } : problemToFail(outcome.problem, form);
  },

  skip: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-check-ins'].skipped.$post());
    return outcome.ok ? { news: m.checkIn_skipped() } : problemToFail(outcome.problem, form);
  },
};
