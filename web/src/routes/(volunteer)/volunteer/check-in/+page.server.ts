import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { checkInOpensAt, withSeen } from '#lib/volunteer/seen-at.server.ts';
import type { PageServerLoad } from './$types';

/** Which shift the code is for: nobody is asked when only one is open. */
export const load: PageServerLoad = async (event) => {
  const agenda = await read(api(event).api.agenda.$get({ query: {} }));
  const now = toInstant(Date.now());
  const own = agenda.items.filter(({ state }) => state === 'signedUp');
  const open = own.filter((item) => checkInOpensAt(item) <= now);
  const [only] = open;
  if (only && open.length === 1) redirect(303, `/check-in/${only.shiftId}`);
  const [next] = own;
  return {
    open: await withSeen(event, open, now),
    next: next && { ...next, opensAt: checkInOpensAt(next) },
  };
};
