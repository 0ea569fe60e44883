import { safetyPlanOrder, safetyPlanSteps } from '@kaifong/shared/care/cases/safety-plan.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf } from '../../../../case-page.server.ts';
import { planOf, shownPlan } from '../../../../safety-plan.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { caseId } = event.params;
  const [{ alias, state }, found] = await Promise.all([
    caseOf(event),
    read(careApi(event).cases[':caseId']['safety-plan'].$get({ param: { caseId } })),
  ]);
  return {
    caseId,
    alias,
    plan: shownPlan(found, locale),
    version: found.plan?.version ?? 0,
    mayWrite: state !== 'closed',
    isKept: event.url.searchParams.has('kept'),
    steps: safetyPlanOrder.map((name, index) => ({
      name,
      label: `${index + 1}. ${safetyPlanSteps[name].title[locale]}`,
      hint: safetyPlanSteps[name].hint[locale],
      value: found.plan?.steps[name].join('\n') ?? '',
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const plans = careApi(event, form.idempotencyKey).cases[':caseId']['safety-plan'];
    const outcome = await outcomeOf(plans.$post({ param: { caseId }, json: planOf(form) }));
    if (!outcome.ok) return problemToFail(atSteps(outcome.problem), form);
    redirect(303, `/care/cases/${caseId}/plan?kept`);
  },
};

/** A fault of a line belongs to the step that it stands in. */
function atSteps<Problem extends { fields?: readonly { path: string; message: string }[] }>(problem: Problem): Problem {
  const fields = problem.fields?.map(({ path, message }) => ({ path: path.split('.')[1] ?? path, message }));
  return { ...problem, ...(fields && { fields }) };
}
