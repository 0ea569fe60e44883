import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { activityKinds } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { riskNames } from '@kaifong/shared/scheduling/shifts/risk.ts';
import { signUpModeNames } from '@kaifong/shared/scheduling/sign-up/sign-up-modes.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { mustFindActivity } from '#lib/leader/activities.server.ts';
import { addShift } from '#lib/leader/add-shift.server.ts';
import { readNewShift } from '#lib/leader/new-shift.ts';
import { shiftView } from '#lib/leader/shift-view.server.ts';
import { shiftsOfActivity } from '#lib/leader/team-shifts.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** No shift is older than the platform. */
const firstDay = '2020-01-01';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { searchParams } = event.url;
  const { activity, team } = await mustFindActivity(event, event.params.activityId);
  const now = toInstant(Date.now());
  const withPast = searchParams.has('past');
  const from = withPast ? firstDay : dayOf(now);
  const [shifts, skills] = await Promise.all([
    shiftsOfActivity(event, activity, { from, ...pageQuery(event.url) }),
    skillWords(event),
  ]);
  return {
    kind: activity.kind,
    activity: { title: activity.title, kind: activityKinds[activity.kind][locale], placeName: activity.place.name },
    team: team.name,
    shifts: shifts.items.map((shift) => shiftView(shift, now, skills)),
    cursor: shifts.cursor,
    withPast,
    today: dayOf(now),
    skills: skills.open(),
    mostPlaces: newShiftLimits.mostPlaces,
    risks: choicesOf(riskNames, locale),
    modes: choicesOf(signUpModeNames, locale),
    done: searchParams.get('done'),
  };
};

export const actions: Actions = {
  addShift: async (event) => {
    const form = await readForm(event);
    const shift = readNewShift(form, toInstant(Date.now()));
    if (!shift.ok) return problemToFail(problemOf(shift.faults, event.locals.locale), form);
    return problemToFail(await addShift(event, form, event.params.activityId, shift.shift), form);
  },
};
