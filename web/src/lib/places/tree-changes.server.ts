import type { TreeChange } from '@kaifong/shared/organisation/schema.ts';
import { type Scope, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { closingIn, namesIn } from './tree-form.ts';

/** How many changes a page tells of. */
const told = 20;

/** The latest changes of a place or team. */
export async function trailOf(event: Caller, scope: Scope): Promise<TreeChange[]> {
  const param = { place: scopeParam(scope) };
  const query = { limit: `${told}` };
  return (await read(api(event).api.places[':place'].changes.$get({ param, query }))).items;
}

/** Renaming and closing, which a place and a team have in common. */
export const changeActions = {
  rename: async (event: RequestEvent) => {
    const form = await readForm(event);
    const param = { place: scopeParam(form.text('scope')) };
    const json = namesIn(form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.places[':place'].name.$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.tree_renamedTo({ name: outcome.body.name }) };
  },

  close: async (event: RequestEvent) => {
    const form = await readForm(event);
    const param = { place: scopeParam(form.text('scope')) };
    const json = closingIn(form);
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.places[':place'].closing.$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.tree_closesOn({ day: outcome.body.validTo }) };
  },
};
