import { parentOf, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { positionNames } from '@kaifong/shared/organisation/team-kinds.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { teamInWords } from '#lib/teams/team-view.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** The teams that the volunteer belongs to, and those that have not answered. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const query = { limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.volunteers.me.teams.$get({ query }));
  const placeOf = (scope: string) => parentOf(scope) ?? scope;
  const places = await namesOf(
    event,
    items.map(({ team }) => placeOf(team.scope)),
  );
  return {
    cursor,
    asked: event.url.searchParams.get('done') === 'asked',
    teams: items.map(({ team, state, role, position, since }) => ({
      ...teamInWords(team, locale),
      place: places.get(placeOf(team.scope)) ?? '',
      ...{ state, role, since },
      position: position && positionNames[position][locale],
    })),
  };
};

export const actions: Actions = {
  leave: async (event) => {
    const form = await readForm(event);
    const param = { team: scopeParam(form.text('team')) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.teams[':team'].leaving.$post({ param }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.teams_left({ team: form.text('name') }) };
  },
};
