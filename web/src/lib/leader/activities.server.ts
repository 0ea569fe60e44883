import type { Team } from '@kaifong/shared/organisation/schema.ts';
import type { Activity } from '@kaifong/shared/scheduling/schema.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { m } from '#paraglide/messages.js';
import { ownTeams } from './own-teams.server.ts';

/** An activity of one of the person's own teams, with that team; else the page is not found. */
export async function mustFindActivity(event: Caller, id: string): Promise<{ activity: Activity; team: Team }> {
  for (const team of await ownTeams(event)) {
    const activity = await find(event, team, id);
    if (activity) return { activity, team };
  }
  error(404, { message: m.errors_notFound(), code: 'site.noActivity' });
}

async function find(event: Caller, team: Team, id: string): Promise<Activity | undefined> {
  let cursor: string | undefined;
  do {
    const query = { team: team.scope, limit: '100', ...(cursor && { cursor }) };
    const page = await read(api(event).api.activities.$get({ query }));
    const activity = page.items.find((each) => each.id === id);
    if (activity) return activity;
    cursor = page.cursor;
  } while (cursor);
  return undefined;
}
