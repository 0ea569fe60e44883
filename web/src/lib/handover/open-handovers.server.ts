import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';

/** A place that somebody hands over, as a list shows it. */
export type OpenHandover = Awaited<ReturnType<typeof openHandovers>>[number];

/** The places that the person is asked to take, the soonest first. A list of shifts is not lost when they cannot be read. */
export async function openHandovers(event: Caller, street: string) {
  if (!event.locals.me?.volunteerId) return [];
  const outcome = await outcomeOf(api(event).api.handovers.open.$get({ query: { street, limit: '5' } }));
  if (!outcome.ok) return [];
  return outcome.body.items.map(({ id, shiftId, title, placeName, startsAt, endsAt, giverName, inReturn }) => ({
    ...{ id, shiftId, title, placeName, startsAt, endsAt, giverName },
    isSwap: inReturn !== undefined,
  }));
}
