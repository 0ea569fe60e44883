import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { parentOf } from '@kaifong/shared/organisation/scope.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { activityKinds } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { riskNames } from '@kaifong/shared/scheduling/shifts/risk.ts';
import { signUpModeNames } from '@kaifong/shared/scheduling/sign-up/sign-up-modes.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { addShift } from '#lib/leader/add-shift.server.ts';
import { kindNamed } from '#lib/leader/kind-defaults.ts';
import { meetingRooms } from '#lib/leader/meeting-rooms.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { teamCentre } from '#lib/leader/team-centre.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { readNewActivity } from './new-activity.ts';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return {
    teams,
    team,
    centre: await teamCentre(event, team.scope),
    rooms: (await meetingRooms(event, team.scope)).map(({ value, label }) => ({ value, label })),
    today: dayOf(toInstant(Date.now())),
    kinds: choicesOf(activityKinds, locale),
    kind: kindNamed(event.url.searchParams.get('kind')) ?? team.kind,
    skills: (await skillWords(event)).open(),
    mostPlaces: newShiftLimits.mostPlaces,
    risks: choicesOf(riskNames, locale),
    modes: choicesOf(signUpModeNames, locale),
  };
};

export const actions: Actions = {
  /** An activity, its first shift and, if wished, its publication: three commands. What a later one refuses is seen on the page of what was made. */
  create: async (event) => {
    const form = await readForm(event);
    const [team, chosen] = [form.text('teamScope'), form.optional('place.room')];
    const centre = await teamCentre(event, team);
    const rooms = chosen === undefined ? [] : await meetingRooms(event, team);
    const found = rooms.find(({ value }) => value === chosen);
    const room = found && { ...found.place, ...(await teamCentre(event, parentOf(found.value) ?? team)) };
    const reading = readNewActivity(form, centre, toInstant(Date.now()), room);
    if (!reading.ok) return problemToFail(problemOf(reading.faults, event.locals.locale), form);

    const made = await outcomeOf(api(event, form.idempotencyKey).api.activities.$post({ json: reading.activity }));
    if (!made.ok) return problemToFail(made.problem, form);
    await addShift(event, form, made.body.id, reading.shift);
    redirect(303, `/leader/activities/${made.body.id}?done=withoutShift`);
  },
};
