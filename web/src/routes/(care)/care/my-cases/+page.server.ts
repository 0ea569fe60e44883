import type { SessionEntry } from '@kaifong/shared/care/cases/session.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { careApi } from '../../care-client.server.ts';
import { caseRow } from '../../case-row.ts';
import { sessionModeWords } from '../../session-words.ts';
import type { PageServerLoad } from './$types';

const entryRow = ({ sessionId, caseId, alias, startsAt, mode }: SessionEntry) => ({
  sessionId,
  caseId,
  alias,
  startsAt,
  how: sessionModeWords[mode](),
});

export const load: PageServerLoad = async (event) => {
  const held = (['counsellor', 'socialWorker'] as const).filter((role) =>
    event.locals.me?.roles.some((grant) => grant.role === role),
  );
  const asked = event.url.searchParams.get('as');
  const as = held.find((role) => role === asked) ?? held[0] ?? 'counsellor';
  const which = as === 'socialWorker' && event.url.searchParams.get('which') === 'ended' ? 'ended' : 'open';
  const [{ items, cursor }, upcoming] = await Promise.all([
    read(careApi(event)['my-cases'].$get({ query: { as, which, ...pageQuery(event.url) } })),
    as === 'counsellor' ? read(careApi(event).sessions.$get({ query: { limit: '20' } })) : { items: [] },
  ]);
  const now = toInstant(Date.now());
  return {
    ...{ as, held, hasEnded: which === 'ended' },
    rows: items.map((entry) => caseRow(entry, now, as)),
    cursor,
    upcoming: upcoming.items.map(entryRow),
    isHandedOver: event.url.searchParams.has('handed'),
  };
};
