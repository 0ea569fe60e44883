import { openedParts } from '@kaifong/shared/care/audit-schema.ts';
import { idPrefixes } from '@kaifong/shared/kernel/ids.ts';
import { error } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { PageServerLoad } from './$types';

/** Who opened which case: for those who supervise counsellors. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const branches = branchesOf(event.locals.me, 'careSupervisor');
  const place = placeWithin(branches, searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [id, day] = [searchParams.get('id')?.trim() ?? '', searchParams.get('day') ?? ''];
  const query = {
    place,
    limit: '25',
    ...(id && (id.startsWith(`${idPrefixes.supportCase}_`) ? { caseId: id } : { reader: id })),
    ...(day && { day }),
    ...pageQuery(event.url),
  };
  const [outcome, names] = await Promise.all([
    outcomeOf(careApi(event).readings.$get({ query })),
    namesOf(event, branches),
  ]);
  return {
    ...{ place, id, day },
    places: branches.map((value) => ({ value, label: names.get(value) ?? value })),
    parts: openedParts,
    fault: outcome.ok ? undefined : outcome.problem.detail,
    lines: outcome.ok ? outcome.body.items : [],
    cursor: outcome.ok ? outcome.body.cursor : undefined,
  };
};
