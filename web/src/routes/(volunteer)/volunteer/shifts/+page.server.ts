import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { openHandovers } from '#lib/handover/open-handovers.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { byDay } from '#lib/volunteer/near-day.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import { suitableView } from '#lib/volunteer/shift-view.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { daysToLook, listAsked, placesToLook } from './looking.server.ts';

export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const now = toInstant(Date.now());
  const home = me?.roles.find(({ role }) => role === 'volunteer')?.scope;
  const { places, place } = placesToLook(event.url, home, locale);
  const { days, day } = daysToLook(event.url, now, locale);
  const asked = listAsked(event.url);
  const query = { ...pageQuery(event.url), place: place.value, limit: '20', ...(day && { from: day, until: day }) };
  const find = (list: 'takeable' | 'all') =>
    read(api(event).api['suitable-shifts'].$get({ query: { ...query, list } }));

  const [first, skills, handovers] = await Promise.all([
    find(asked ?? 'takeable'),
    skillWords(event),
    query.cursor === undefined ? openHandovers(event, streetOf(place.value) ?? district.scope) : [],
  ]);
  // Somebody who did not choose, and can take nothing, is shown what there is and why she cannot.
  const isInstead = asked === undefined && first.items.length === 0 && first.cursor === undefined;
  const page = isInstead ? await find('all') : first;
  const list = asked ?? (isInstead ? 'all' : 'takeable');
  const shifts = page.items.map((shift) => suitableView(shift, skills));
  return {
    ...{ places, place, days, day, list, handovers },
    isInstead: isInstead && shifts.length > 0,
    best: list === 'takeable' ? shifts : [],
    byDay: list === 'all' ? byDay(shifts, now) : [],
    cursor: page.cursor,
    lookedUntil: shifts.length === 0 ? page.lookedUntil : undefined,
  };
};

export const actions: Actions = shiftActions;
