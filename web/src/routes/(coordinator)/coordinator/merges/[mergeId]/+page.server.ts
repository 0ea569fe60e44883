import { stateNames } from '@kaifong/shared/people/state-names.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One merge and how far it is. */
export const load: PageServerLoad = async (event) => {
  event.depends('merge:progress');
  const { locale } = event.locals;
  const param = { mergeId: event.params.mergeId };
  const merge = await read(api(event).api.merges[':mergeId'].$get({ param }));
  const names = await namesOf(event, [merge.stays.community, merge.goes.community]);
  const party = ({ id, name, number, state, community }: typeof merge.stays) => ({
    ...{ id, name, number, state, stateName: stateNames[state][locale] },
    community: names.get(community) ?? community,
  });
  return { merge: { ...merge, stays: party(merge.stays), goes: party(merge.goes) } };
};

export const actions: Actions = {
  undo: async (event) => {
    const form = await readForm(event);
    const param = { mergeId: event.params.mergeId };
    const route = api(event, form.idempotencyKey).api.merges[':mergeId'].undoing;
    const outcome = await outcomeOf(route.$post({ param, json: { reason: form.text('reason') } }));
    return outcome.ok ? { isUndoing: true } : problemToFail(outcome.problem, form);
  },
};
