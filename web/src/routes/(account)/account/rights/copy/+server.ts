import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import type { RequestHandler } from './$types';

/** What all contexts keep of the person who asks, as one JSON file to be saved. Care keeps its own apart and hands it out itself. */
export const GET: RequestHandler = async (event) => {
  const now = toInstant(Date.now());
  const copy = JSON.stringify({ format: 'kaifong-copy-1', madeAt: now, ...(await everything(event)) }, undefined, 2);
  return new Response(copy, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="kaifong-${dayOf(now)}.json"`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
};

async function everything(event: Caller & { locals: App.Locals }) {
  const calls = api(event).api;
  const [account, registration, notices, views] = await Promise.all([
    read(calls.session.copy.$get()),
    read(calls.rights.copy.$get()),
    whole((query) => read(calls.notifications.$get({ query }))),
    whole((query) => read(calls.audit.mine.$get({ query }))),
  ]);
  if (!event.locals.me?.volunteerId) return { account, ...registration, notices, views };
  const [certificates, signUps, handovers, attendance, serviceRecords, noShows, points, entries, vouchers] =
    await Promise.all([
      whole((query) => read(calls.volunteers.me.certificates.$get({ query }))),
      whole((query) => read(calls['sign-ups'].$get({ query }))),
      whole((query) => read(calls.handovers.given.$get({ query }))),
      whole((query) => read(calls['attendance-copy'].$get({ query }))),
      whole((query) => read(calls['service-records'].$get({ query }))),
      whole((query) => read(calls['no-shows'].mine.$get({ query }))),
      read(calls.points.$get()),
      whole((query) => read(calls.points.entries.$get({ query }))),
      whole((query) => read(calls.vouchers.$get({ query }))),
    ]);
  const ofService = {
    signUps,
    handovers,
    attendance,
    serviceRecords,
    noShows,
    points: { ...points, entries, vouchers },
  };
  return { account, ...registration, certificates, ...ofService, notices, views };
}

/** A list from its first page to its last. */
async function whole<Item>(
  pageAt: (query: { limit: string; cursor?: string }) => Promise<{ items: Item[]; cursor?: string | undefined }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt({ limit: '100', ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}
