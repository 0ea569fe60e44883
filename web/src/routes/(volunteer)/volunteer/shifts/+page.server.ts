import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { district, streetAt, streets } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { openHandovers } from '#lib/handover/open-handovers.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { homeStreet } from '#lib/volunteer/home-street.ts';
import { byDay } from '#lib/volunteer/near-day.ts';
import { shiftActions } from '#lib/volunteer/shift-actions.server.ts';
import { shiftView } from '#lib/volunteer/shift-view.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const asked = event.url.searchParams.get('street');
  const place = (asked !== null && placeAt(asked)) || placeAt(homeStreet(me)) || district;
  const query = { ...pageQuery(event.url), street: place.scope, limit: '20' };
  const [page, skills, handovers] = await Promise.all([
    read(api(event).api.shifts.open.$get({ query })),
    skillWords(event),
    query.cursor === undefined ? openHandovers(event, place.scope) : [],
  ]);
  const shifts = page.items.map((shift) => shiftView(shift, skills));
  return {
    place: { scope: place.scope, name: place.name[locale] },
    places: [...streets, district].map(({ scope, name }) => ({ value: scope, label: name[locale] })),
    handovers,
    days: byDay(shifts, toInstant(Date.now())),
    cursor: page.cursor,
  };
};

export const actions: Actions = shiftActions;

function placeAt(scope: string) {
  return scope === district.scope ? district : streetAt(scope);
}
