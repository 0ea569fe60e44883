import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { AgendaItem } from '@kaifong/shared/scheduling/schema.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { shownNotice } from '#lib/notices/shown-notice.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import type { Me } from '#lib/session/me.ts';
import { homeStreet } from '#lib/volunteer/home-street.ts';
import { type OwnShift, readOwnShift } from '#lib/volunteer/own-shift.server.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import { suitableView } from '#lib/volunteer/shift-view.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { starsInWords } from '#lib/volunteer/stars-in-words.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { notActive } from './not-active.server.ts';

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
  // Who was registered on paper comes here by her first sign-in, and confirms before anything else.
  if (own.next === 'confirm') redirect(303, '/confirm');
  return {
    notActive: notActive(own),
    offers: agenda.items.filter(({ state }) => state === 'offered'),
    next: await nextShifts(event, agenda.items),
    hours: spokenMinutes(total.minutes),
    stars: await starsInWords(event, total.minutes),
    points: points.balance,
    notices: notices.items.map(shownNotice),
    needed,
  };
};

export const actions: Actions = shiftActions;

/** The shift that comes next; when the first of the agenda is over for her, the one after it too. */
async function nextShifts(event: Caller, agenda: readonly AgendaItem[]): Promise<OwnShift[]> {
  const [first, second] = agenda.filter(({ state }) => state === 'signedUp');
  if (!first) return [];
  const own = await readOwnShift(event, first.shiftId);
  const isOpen = own.step === 'tooEarly' || own.step === 'checkIn' || own.step === 'checkOut';
  return isOpen || !second ? [own] : [own, await readOwnShift(event, second.shiftId)];
}

/** How far ahead a street is in need, in days. */
const soon = 14;

/** The shifts of the person's street in the days to come that suit her best, of those that she may take. */
async function shiftsInNeed(event: Caller, me: Me | null) {
  const until = dayOf(shiftBy(toInstant(Date.now()), soon * day));
  const query = { place: homeStreet(me), until, limit: '4' };
  const [page, skills] = await Promise.all([
    read(api(event).api['suitable-shifts'].$get({ query })),
    skillWords(event),
  ]);
  return page.items
    .filter(({ mine }) => mine === 'none')
    .slice(0, 3)
    .map((shift) => suitableView(shift, skills));
}
