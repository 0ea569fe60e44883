import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { readOwnShift } from '#lib/volunteer/own-shift.server.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const param = { shiftId: event.params.shiftId };
  const [own, series] = await Promise.all([
    readOwnShift(event, event.params.shiftId),
    read(api(event).api.regulars['of-shift'][':shiftId'].$get({ param })),
  ]);
  return { own, seriesId: series.seriesId, done: event.url.searchParams.get('done') };
};

export const actions: Actions = shiftActions;
