import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { stepAt } from '#lib/volunteer/attendance-step.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import { shiftView } from '#lib/volunteer/shift-view.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { shiftId } = event.params;
  const client = api(event).api.shifts[':shiftId'];
  const [shift, attendance] = await Promise.all([
    read(client.$get({ param: { shiftId } })),
    read(client['my-attendance'].$get({ param: { shiftId } })),
  ]);
  const now = toInstant(Date.now());
  return {
    shift: shiftView(shift, event.locals.locale),
    attendance,
    step: stepAt(attendance, now),
    mayCancel: attendance.state === 'expected' && now < shift.startsAt,
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = shiftActions;
