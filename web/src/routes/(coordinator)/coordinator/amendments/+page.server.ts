import type { AmendmentDecision, ObjectionDecision } from '@kaifong/shared/attendance/amendments/schema.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const stages = ['open', 'notice', 'over'] as const;

/** Hours that were asked for afterwards in the own branches: to decide on, on notice, or over. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const { searchParams } = event.url;
  const place = placeWithin(branches, searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const stage = stages.find((each) => each === searchParams.get('state')) ?? 'open';
  const query = { place, state: stage, limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.amendments.$get({ query }));
  const teams = await teamsWith(event, [...new Set(items.map(({ teamScope }) => teamScope))]);
  const names = new Map(teams.map(({ scope, name }) => [scope, name]));
  return {
    stage,
    amendments: items.map((amendment) => ({
      ...amendment,
      team: names.get(amendment.teamScope),
      time: spokenMinutes(amendment.minutes),
      recorded: amendment.recordedMinutes === undefined ? undefined : spokenMinutes(amendment.recordedMinutes),
    })),
    cursor,
  };
};

/** What is said once a request was decided on. */
function newsOf(state: string): string {
  return state === 'onNotice' ? m.amendments_doneOnNotice() : m.amendments_doneRefused();
}

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const param = { amendmentId: form.text('amendmentId') };
    const json = { outcome: form.text('outcome'), words: form.text('words') } as AmendmentDecision;
    const one = api(event, form.idempotencyKey).api.amendments[':amendmentId'];
    const outcome = await outcomeOf(one.decision.$post({ param, json }));
    return outcome.ok ? { news: newsOf(outcome.body.state) } : problemToFail(outcome.problem, form);
  },

  judge: async (event) => {
    const form = await readForm(event);
    const param = { amendmentId: form.text('amendmentId') };
    const json = { outcome: form.text('outcome'), words: form.text('words') } as ObjectionDecision;
    const one = api(event, form.idempotencyKey).api.amendments[':amendmentId'];
    const outcome = await outcomeOf(one.objections.decision.$post({ param, json }));
    return outcome.ok ? { news: newsOf(outcome.body.state) } : problemToFail(outcome.problem, form);
  },
};
