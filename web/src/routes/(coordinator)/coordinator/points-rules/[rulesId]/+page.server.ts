import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { rulesInWords } from '#lib/points/rules-in-words.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Proposed rules, and what they would have made of last month. */
export const load: PageServerLoad = async (event) => {
  event.depends('points-rules:simulation');
  const param = { rulesId: event.params.rulesId };
  const { rules, ...proposal } = await read(api(event).api['points-rules'].proposals[':rulesId'].$get({ param }));
  const { pointsBefore, pointsAfter } = proposal.simulation;
  return {
    proposal,
    words: rulesInWords(rules),
    /** Tenths of a percent more, or less when negative. */
    change: pointsBefore === 0 ? undefined : Math.round((1000 * (pointsAfter - pointsBefore)) / pointsBefore),
  };
};

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const param = { rulesId: event.params.rulesId };
    const route = api(event, form.idempotencyKey).api['points-rules'].proposals[':rulesId'].decision;
    const decision = form.text('decision') === 'approve' ? ('approve' as const) : ('decline' as const);
    const outcome = await outcomeOf(route.$post({ param, json: { decision } }));
    return outcome.ok ? { news: m.pointsRules_decided() } : problemToFail(outcome.problem, form);
  },
};
