import { json } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import type { RequestHandler } from './$types';

/** Where somebody could go instead, for one who is dragging her: `?team=…&week=…&volunteerId=…&from=…`. */
export const GET: RequestHandler = async (event) => {
  const asked = event.url.searchParams;
  const query = {
    team: asked.get('team') ?? '',
    week: asked.get('week') ?? '',
    volunteerId: asked.get('volunteerId') ?? '',
    from: asked.get('from') ?? '',
  };
  const outcome = await outcomeOf(api(event).api.boards.options.$get({ query }));
  return outcome.ok ? json(outcome.body) : json(outcome.problem, { status: outcome.problem.status });
};
