import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How far one can count on each of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) return { teams, team, members: [], cursor: undefined };
  const query = { ...pageQuery(event.url), team: team.scope };
  const { items, cursor } = await read(api(event).api.reliability['of-team'].$get({ query }));
  return { teams, team, members: items, cursor };
};

export const actions: Actions = {
  resume: async (event) => {
    const form = await readForm(event);
    const json = { team: form.text('team'), volunteerId: form.text('volunteerId') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.reliability.resumptions.$post({ json }));
    return outcome.ok ? { isResumed: true } : problemToFail(outcome.problem, form);
  },
};
