import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { ruleNoticeDays } from '@kaifong/shared/points/rules/rule-schema.ts';
import { activityKindCodes, activityKinds } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { rulesInWords } from '#lib/points/rules-in-words.server.ts';
import { specialToday } from '#lib/points/special-today.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { kindField, rulesIn, specialDayIn } from './rules-form.ts';

/** The rules that hold, those to come, and what was proposed. */
export const load: PageServerLoad = async (event) => {
  const client = api(event).api['points-rules'];
  const [{ now, coming, special }, { items, cursor }, places] = await Promise.all([
    read(client.$get()),
    read(client.proposals.$get({ query: pageQuery(event.url) })),
    ownPlaces(event, [district.scope], district.scope),
  ]);
  const { locale } = event.locals;
  return {
    special: await specialToday(event, special),
    now: { from: now.from, words: rulesInWords(now.rules) },
    coming: coming.map(({ from, rules }) => ({ from, words: rulesInWords(rules) })),
    proposals: items.map(({ id, from, why, state, proposedAt }) => ({ id, from, why, state, proposedAt })),
    ...{ cursor, places },
    today: dayOf(toInstant(Date.now())),
    noticeDays: ruleNoticeDays,
    earliest: dayOf(shiftBy(toInstant(Date.now()), ruleNoticeDays * day)),
    current: now.rules,
    kinds: activityKindCodes.map((code) => ({
      name: kindField(code),
      label: activityKinds[code][locale],
      percent: String(now.rules.kinds[code] ?? 100),
    })),
  };
};

export const actions: Actions = {
  propose: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['points-rules'].proposals;
    const outcome = await outcomeOf(route.$post({ json: rulesIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/coordinator/points-rules/${outcome.body.id}`);
  },

  call: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['points-rules']['special-days'];
    const outcome = await outcomeOf(route.$post({ json: specialDayIn(form) }));
    return outcome.ok ? { news: m.pointsRules_called() } : problemToFail(outcome.problem, form);
  },
};
