import type { DoubtDecision } from '@kaifong/shared/attendance/doubts.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Hours in the own branches that are unlikely: those that wait, or those that somebody has looked at. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const { searchParams } = event.url;
  const place = placeWithin(branches, searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const state = searchParams.get('state') === 'decided' ? 'decided' : 'open';
  const query = { place, state, limit: '20', ...pageQuery(event.url) } as const;
  const { items, cursor } = await read(api(event).api.doubts.$get({ query }));
  const teams = await teamsWith(event, [...new Set(items.map(({ teamScope }) => teamScope))]);
  const names = new Map(teams.map(({ scope, name }) => [scope, name]));
  return { state, doubts: items.map((doubt) => ({ ...doubt, team: names.get(doubt.teamScope) })), cursor };
};

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const param = { doubtId: form.text('doubtId') };
    const json = { outcome: form.text('outcome'), words: form.text('words') } as DoubtDecision;
    const route = api(event, form.idempotencyKey).api.doubts[':doubtId'].decision;
    const outcome = await outcomeOf(route.$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: outcome.body.state === 'upheld' ? m.doubts_doneUpheld() : m.doubts_doneExplained() };
  },
};
