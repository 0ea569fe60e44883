import { district } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** Decisions of one kind that wait in the own branches. */
export type Queue = Readonly<{
  kind: 'amendments' | 'certificates' | 'contested' | 'corrections' | 'doubts' | 'settings';
  href: string;
  count: number;
  /** There are more than were counted. */
  hasMore: boolean;
}>;

/** How many of each are counted; a home needs to know no more. */
const counted = '20';

/** The queues that have pages of their own, in the order in which they are best worked through. */
export async function queuesOf(event: Caller, branches: readonly string[]): Promise<Queue[]> {
  const client = api(event).api;
  const queries = branches.map((place) => ({ query: { place, limit: counted } }));
  const [contested, amendments, certificates, corrections, doubts] = await Promise.all([
    Promise.all(queries.map((query) => read(client['no-shows'].contested.$get(query)))),
    Promise.all(queries.map((query) => read(client.amendments.$get(query)))),
    Promise.all(queries.map((query) => read(client.certificates.waiting.$get(query)))),
    Promise.all(queries.map((query) => read(client.corrections.$get(query)))),
    Promise.all(queries.map((query) => read(client.doubts.$get(query)))),
  ]);
  return [
    { kind: 'contested', href: '/coordinator/no-shows', ...sizeOf(contested) },
    { kind: 'amendments', href: '/coordinator/amendments', ...sizeOf(amendments) },
    { kind: 'certificates', href: '/coordinator/certificates', ...sizeOf(certificates) },
    { kind: 'corrections', href: '/coordinator/corrections', ...sizeOf(corrections) },
    { kind: 'doubts', href: '/coordinator/doubts', ...sizeOf(doubts) },
    ...(branches.includes(district.scope) ? [await changesOfSettings(event)] : []),
  ];
}

/** Changes of settings that somebody else proposed, among the latest; they come a few a year. */
async function changesOfSettings(event: Caller): Promise<Queue> {
  const { items } = await read(api(event).api.settings.changes.$get({ query: { limit: counted } }));
  const waiting = items.filter(({ state, isOwn }) => state === 'proposed' && !isOwn);
  return { kind: 'settings', href: '/coordinator/settings', count: waiting.length, hasMore: false };
}

function sizeOf(pages: readonly { items: readonly unknown[]; cursor?: string | undefined }[]) {
  return {
    count: pages.reduce((total, { items }) => total + items.length, 0),
    hasMore: pages.some(({ cursor }) => cursor !== undefined),
  };
}
