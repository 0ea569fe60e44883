import { toInstant } from '@kaifong/shared/kernel/time.ts';
import type { AgendaItem } from '@kaifong/shared/scheduling/schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import type { Me } from '#lib/session/me.ts';
import { stepAt } from '#lib/volunteer/attendance-step.ts';
import { homeStreet } from '#lib/volunteer/home-street.ts';
import { nearDayOf } from '#lib/volunteer/near-day.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import { shiftView } from '#lib/volunteer/shift-view.server.ts';
import { starProgress } from '#lib/volunteer/star-progress.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event).api;
  const [own, agenda, total, points, notices, needed] = await Promise.all([
    read(client.volunteers.me.$get()),
    read(client.agenda.$get({ query: {} })),
    read(client['service-records'].total.$get()),
    read(client.points.$get()),
    read(client.notifications.$get({ query: { limit: '3' } })),
    shiftsInNeed(event, event.locals.me),
  ]);
  const next = agenda.items.find(({ state }) => state === 'signedUp');
  return {
    registration: { next: own.next, reason: own.declineReason },
    offers: agenda.items.filter(({ state }) => state === 'offered'),
    next: next && (await nextShift(event, next)),
    minutes: total.minutes,
    stars: starProgress(total.minutes),
    points: points.balance,
    notices: notices.items,
    needed,
  };
};

export const actions: Actions = shiftActions;

/** The shift that comes next, or is on, with what can be done there now. */
async function nextShift(event: Caller, { shiftId }: AgendaItem) {
  const client = api(event).api.shifts[':shiftId'];
  const now = toInstant(Date.now());
  const [shift, attendance] = await Promise.all([
    read(client.$get({ param: { shiftId } })),
    read(client['my-attendance'].$get({ param: { shiftId } })),
  ]);
  return {
    shift: shiftView(shift, event.locals.locale),
    near: nearDayOf(shift.startsAt, now),
    step: stepAt(attendance, now),
    opensAt: attendance.checkInOpensAt,
  };
}

/** The first few shifts of the person's street that still need somebody and that she may take. */
async function shiftsInNeed(event: Caller, me: Me | null) {
  const page = await read(api(event).api.shifts.open.$get({ query: { street: homeStreet(me) } }));
  return page.items
    .filter(({ mine, refusal, freePlaces }) => mine === 'none' && !refusal && freePlaces > 0)
    .slice(0, 3)
    .map((shift) => shiftView(shift, event.locals.locale));
}
