import { type SafetyPlanView, safetyPlanOrder, safetyPlanSteps } from '@kaifong/shared/care/cases/safety-plan.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

export type ShownPlan = NonNullable<ReturnType<typeof shownPlan>>;

/** A plan in words. */
export function shownPlan({ plan }: SafetyPlanView, locale: Language) {
  if (!plan) return undefined;
  const steps = safetyPlanOrder.map((step) => ({
    step,
    title: safetyPlanSteps[step].title[locale],
    lines: plan.steps[step],
  }));
  return { at: plan.at, steps };
}

/** What the form of a plan says: one entry on each line. */
export function planOf(form: SubmittedForm) {
  const lines = (name: string) =>
    form
      .text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    version: form.integer('version') ?? 0,
    steps: {
      warningSigns: lines('warningSigns'),
      onMyOwn: lines('onMyOwn'),
      peopleAndPlaces: lines('peopleAndPlaces'),
      helpers: lines('helpers'),
      professionals: lines('professionals'),
      saferPlace: lines('saferPlace'),
    },
  };
}
