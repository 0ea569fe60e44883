import { readOwnShift } from '#lib/volunteer/own-shift.server.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  own: await readOwnShift(event, event.params.shiftId),
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = shiftActions;
