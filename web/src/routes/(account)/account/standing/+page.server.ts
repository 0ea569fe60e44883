import { ownMovesFrom } from '@kaifong/shared/people/registration/moves.ts';
import type { OwnMove } from '@kaifong/shared/people/schema.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where the own registration stands, and what the person may do about it. */
export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  if (!me?.volunteerId) redirect(303, '/account');
  const { state, stateReason } = await read(api(event).api.volunteers.me.$get());
  return { state, stateName: stateNames[state][locale], stateReason, moves: ownMovesFrom(state) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = { move: form.text('move') as OwnMove['move'] };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.volunteers.me.moves.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { moved: json.move };
  },
};
