import { nhsRule } from '@kaifong/shared/care/cases/outcome.ts';
import { careTargets } from '@kaifong/shared/care/matching/targets.ts';
import { error } from '@sveltejs/kit';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { PageServerLoad } from './$types';
import { shownFigures } from './figure-rows.ts';

/** Service figures, one month on a page. */
export const load: PageServerLoad = async (event) => {
  const { me } = event.locals;
  const branches = [...branchesOf(me, 'careSupervisor'), ...branchesOf(me, 'socialWorker')];
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '1', ...pageQuery(event.url) };
  const { items, cursor } = await read(careApi(event).figures.$get({ query }));
  const [figures] = items;
  const rows = figures?.rows ?? [];
  const names = await namesOf(
    event,
    rows.map((row) => row.place),
  );
  return {
    place,
    cursor,
    month: figures && { month: figures.month, publishedAt: figures.publishedAt },
    rows: rows.map((row) => shownFigures(row, names.get(row.place) ?? row.place)),
    targets: careTargets.assigned,
    source: nhsRule.source,
  };
};
