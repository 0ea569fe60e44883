import { wgs84From } from '@kaifong/shared/kernel/gcj02.ts';
import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { wayPointsOf } from '#lib/leader/way-points.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

async function chosenTeam(event: RequestEvent) {
  const team = teamWithin(await ownTeams(event), event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return team;
}

/** The way-points of one of the leader's teams. */
export const load: PageServerLoad = async (event) => {
  const team = await chosenTeam(event);
  const wayPoints = await wayPointsOf(event, team.scope);
  return {
    team: { scope: team.scope, name: placeName(team, event.locals.locale) },
    wayPoints: wayPoints.map(({ wayPointId, name, latitude, revokedAt }) => ({
      ...{ wayPointId, name, hasPosition: latitude !== undefined, isRevoked: revokedAt !== undefined },
    })),
    done: event.url.searchParams.get('done'),
  };
};

/** The position that was typed, in WGS-84; nothing when none was. */
function positionIn(form: SubmittedForm) {
  const [longitude, latitude] = [form.optional('longitude'), form.optional('latitude')];
  if (longitude === undefined || latitude === undefined) {
    return { ...(longitude && { longitude: Number(longitude) }), ...(latitude && { latitude: Number(latitude) }) };
  }
  const typed = { longitude: Number(longitude), latitude: Number(latitude) };
  return form.text('system') === 'gcj02' ? wgs84From(typed) : typed;
}

const here = (team: string, done: string) => `/leader/team/way-points?team=${encodeURIComponent(team)}&done=${done}`;

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event);
    const team = (await chosenTeam(event)).scope;
    const json = { team, name: form.text('name'), ...positionIn(form) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['way-points'].$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, here(team, 'added'));
  },

  revoke: async (event) => {
    const form = await readForm(event);
    const team = (await chosenTeam(event)).scope;
    const param = { wayPointId: form.text('wayPointId') };
    const route = api(event, form.idempotencyKey).api['way-points'][':wayPointId'].revocation;
    const outcome = await outcomeOf(route.$post({ param, json: { team } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, here(team, 'revoked'));
  },
};
