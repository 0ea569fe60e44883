import { scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { mustBeScope } from '#lib/places/scope-of-address.ts';
import { teamInWords } from '#lib/teams/team-view.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where the QR code of a team's poster leads: the team, and what the person who scanned it can do. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const param = { team: scopeParam(mustBeScope(event.params.team)) };
  const code = event.url.searchParams.get('code') ?? '-';
  const client = api(event).api;
  const [found, own] = await Promise.all([
    outcomeOf(client.teams[':team'].invitation.$get({ param, query: { code } })),
    me?.volunteerId ? outcomeOf(client.volunteers.me.$get()) : undefined,
  ]);
  if (!found.ok) return { refusal: found.problem.detail };
  const { team, members, own: standing } = found.body;
  const isActive = own?.ok === true && own.body.state === 'active';
  const step = standing ?? (own === undefined ? 'register' : isActive ? 'ask' : 'notActive');
  return { team: teamInWords(team, locale), members, code, step };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const param = { team: scopeParam(mustBeScope(event.params.team)) };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.teams[':team'].requests.$post({
        param,
        json: { code: form.text('invitation') },
      }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/volunteer/teams?done=asked');
  },
};
