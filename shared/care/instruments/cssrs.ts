import * as z from 'zod';

/**
 * Answers to the Columbia screener so far. A question that was not reached is absent. Q1 wish to be dead, Q2 thoughts
 * of suicide, Q3 with a method, Q4 with intent, Q5 with a plan, Q6 behaviour: ever, and if so within the last three
 * months.
 */
export const CssrsAnswers = z.strictObject({
  q1: z.boolean().optional(),
  q2: z.boolean().optional(),
  q3: z.boolean().optional(),
  q4: z.boolean().optional(),
  q5: z.boolean().optional(),
  q6: z.enum(['never', 'lifetime', 'lastThreeMonths']).optional(),
});
export type CssrsAnswers = z.infer<typeof CssrsAnswers>;

/** The questions in their order. */
export const cssrsQuestions = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'] as const satisfies (keyof CssrsAnswers)[];

export type CssrsRisk = 'none' | 'low' | 'moderate' | 'high';

/** The next question to ask; a no to Q2 passes over Q3–Q5. `undefined` when the screener is complete. */
export function nextCssrsQuestion(answers: CssrsAnswers): keyof CssrsAnswers | undefined {
  const asked = answers.q2 === false ? (['q1', 'q2', 'q6'] as const) : cssrsQuestions;
  return asked.find((question) => answers[question] === undefined);
}

/**
 * The risk that the answers show so far: a screener that is left half way still tells what was said, so a high risk
 * opens an escalation at once. `none` from a screener that is not complete means nothing yet. A yes is counted even
 * where Q2 would have passed it over: nothing that was said is thrown away.
 */
export function scoreCssrs(answers: CssrsAnswers): { risk: CssrsRisk; complete: boolean } {
  return { risk: riskShown(answers), complete: nextCssrsQuestion(answers) === undefined };
}

function riskShown({ q1, q2, q3, q4, q5, q6 }: CssrsAnswers): CssrsRisk {
  if (q4 || q5 || q6 === 'lastThreeMonths') return 'high';
  if (q3 || q6 === 'lifetime') return 'moderate';
  return q1 || q2 ? 'low' : 'none';
}
