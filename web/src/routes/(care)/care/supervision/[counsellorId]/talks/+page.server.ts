import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { careApi } from '../../../../care-client.server.ts';
import { shownCheckIn } from '../../../../check-in-view.ts';
import { shownDiscussion } from '../../../../discussion-view.ts';
import type { PageServerLoad } from './$types';

/** What a counsellor brought, and how she said she was, for her supervisor. Each visit is written into the audit. */
export const load: PageServerLoad = async (event) => {
  const { counsellorId } = event.params;
  const client = careApi(event).supervision[':counsellorId'];
  const param = { counsellorId };
  const [{ workName }, discussions, checkIns] = await Promise.all([
    read(client.$get({ param })),
    read(client.discussions.$get({ param, query: { limit: '10', ...pageQuery(event.url) } })),
    read(client['check-ins'].$get({ param, query: { limit: '6' } })),
  ]);
  return {
    counsellorId,
    workName,
    discussions: discussions.items.map(shownDiscussion),
    cursor: discussions.cursor,
    checkIns: checkIns.items.map(shownCheckIn),
  };
};
