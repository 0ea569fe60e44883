import { type ActionFailure, fail } from '@sveltejs/kit';
import type { Problem } from '#lib/api/problem.ts';
import type { SubmittedForm } from './submitted-form.ts';

/** What a page gets back of a form that was refused. `CommandForm` and the inputs inside it read it by themselves. */
export type Failure = Readonly<{ formId: string; problem: Problem } & Pick<SubmittedForm, 'values' | 'labels'>>;

/** The answer of an action whose command was refused: the refusal in words, and all that was typed but secrets. */
export function problemToFail(problem: Problem, form: SubmittedForm): ActionFailure<Failure> {
  return fail(problem.status, { formId: form.id, problem, values: form.values, labels: form.labels });
}
