import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { ruleInWords } from '@kaifong/shared/scheduling/series/series-words.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { memberChoices } from '#lib/series/series.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const param = { seriesId: event.params.seriesId };
  const client = api(event).api;
  const series = await read(client.series[':seriesId'].$get({ param }));
  const [regulars, members] = await Promise.all([
    read(client.regulars[':seriesId'].people.$get({ param, query: { limit: '100', ...pageQuery(event.url) } })),
    memberChoices(event, series.teamScope),
  ]);
  const today = dayOf(toInstant(Date.now()));
  const { locale } = event.locals;
  const there = new Set(regulars.items.map(({ volunteerId }) => volunteerId));
  const isOver = (index: number) => (series.phases[index + 1]?.from ?? '9999') <= today;
  return {
    series,
    /** The rule that holds now, and those that are to follow. */
    rules: series.phases.flatMap(({ from, rule }, index) =>
      isOver(index) ? [] : [{ from: index > 0 && from > today ? from : undefined, words: ruleInWords(rule, locale) }],
    ),
    goesOn: series.phases.at(-1)?.rule.until === undefined,
    regulars: regulars.items,
    cursor: regulars.cursor,
    members: members.filter(({ value }) => !there.has(value)),
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  invite: async (event) => {
    const form = await readForm(event);
    const param = { seriesId: event.params.seriesId };
    const json = { volunteerId: form.text('volunteerId') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.regulars[':seriesId'].people.$post({ param, json }),
    );
    return outcome.ok ? { changed: true } : problemToFail(outcome.problem, form);
  },

  decide: async (event) => {
    const form = await readForm(event);
    const param = { seriesId: event.params.seriesId, volunteerId: form.text('volunteerId') };
    const json = { decision: form.text('decision') as 'accept' | 'decline' };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.regulars[':seriesId'].people[':volunteerId'].decision.$post({ param, json }),
    );
    return outcome.ok ? { changed: true } : problemToFail(outcome.problem, form);
  },

  resume: async (event) => {
    const form = await readForm(event);
    const param = { seriesId: event.params.seriesId, volunteerId: form.text('volunteerId') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.regulars[':seriesId'].people[':volunteerId'].resumption.$post({ param }),
    );
    return outcome.ok ? { changed: true } : problemToFail(outcome.problem, form);
  },
};
