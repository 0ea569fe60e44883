import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { standingOf } from '#lib/service-certificates/standing.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { PageServerLoad } from './$types';

/** Whether a certificate holds; a number that leads nowhere gets an answer too, since that is what one comes for. */
export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const outcome = await outcomeOf(api(event).api['service-certificates'].checks[':number'].$get({ param: { number } }));
  if (!outcome.ok && outcome.problem.status !== 404) {
    error(outcome.problem.status, { message: outcome.problem.detail, code: outcome.problem.code });
  }
  const found = outcome.ok ? outcome.body : undefined;
  return { number, found: found && { ...found, time: spokenMinutes(found.minutes), standing: standingOf(found) } };
};
