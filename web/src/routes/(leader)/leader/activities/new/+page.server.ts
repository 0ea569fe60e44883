import { faultsOf } from '@kaifong/shared/kernel/field-messages.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { teamKinds } from '@kaifong/shared/organisation/team-kinds.ts';
import { skills } from '@kaifong/shared/people/skills.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { NewActivity } from '@kaifong/shared/scheduling/schema.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { addShift } from '#lib/leader/add-shift.server.ts';
import { readNewShift } from '#lib/leader/new-shift.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { teamCentre } from '#lib/leader/team-centre.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return {
    teams,
    team,
    centre: await teamCentre(event, team.scope),
    today: dayOf(toInstant(Date.now())),
    kinds: choicesOf(teamKinds, locale),
    skills: choicesOf(skills, locale),
    mostPlaces: newShiftLimits.mostPlaces,
  };
};

export const actions: Actions = {
  /** An activity, its first shift and, if wished, its publication: three commands. What a later one refuses is seen on the page of what was made. */
  create: async (event) => {
    const form = await readForm(event);
    const activity = NewActivity.safeParse(await activityFrom(event, form));
    const shift = readNewShift(form, toInstant(Date.now()));
    if (!activity.success || !shift.ok) {
      const faults = [...(activity.success ? [] : faultsOf(activity.error)), ...(shift.ok ? [] : shift.faults)];
      return problemToFail(problemOf(faults, event.locals.locale), form);
    }

    const made = await outcomeOf(api(event, form.idempotencyKey).api.activities.$post({ json: activity.data }));
    if (!made.ok) return problemToFail(made.problem, form);
    await addShift(event, form, made.body.id, shift.shift);
    redirect(303, `/leader/activities/${made.body.id}?done=withoutShift`);
  },
};

/** What was typed of the activity; a place without coordinates gets those of where the team is at home. */
async function activityFrom(event: Caller, form: SubmittedForm) {
  const teamScope = form.text('teamScope');
  const typed = { longitude: form.optional('place.longitude'), latitude: form.optional('place.latitude') };
  const centre = typed.longitude && typed.latitude ? undefined : await teamCentre(event, teamScope);
  return {
    title: form.text('title'),
    kind: form.text('kind'),
    teamScope,
    place: {
      name: form.text('place.name'),
      longitude: Number(typed.longitude ?? centre?.longitude),
      latitude: Number(typed.latitude ?? centre?.latitude),
    },
  };
}
