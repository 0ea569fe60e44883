import { dangerQuestion, phq2 } from '@kaifong/shared/care/instruments/phq2.ts';
import { error, redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import type { Problem } from '#lib/api/problem.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf, isSocialWorker } from '../../../../case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!isSocialWorker(event)) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const { locale } = event.locals;
  const { caseId, alias, state } = await caseOf(event);
  return {
    caseId,
    alias,
    isClosed: state === 'closed',
    lead: phq2.lead[locale],
    items: phq2.items.map((item) => item[locale]),
    answers: phq2.answers.map((answer, points) => ({ value: String(points), label: answer[locale] })),
    danger: dangerQuestion[locale],
  };
};

export const actions: Actions = {
  /** What was said is sent at once, complete or not; only whether there is danger may not be left open. */
  default: async (event) => {
    const form = await readForm(event);
    const danger = form.text('dangerNow');
    const unasked = ['phq2_0', 'phq2_1']
      .map((path, index) => ({ path, message: m.care_askItem({ n: index + 1 }) }))
      .filter(({ path }) => form.integer(path) === undefined);
    if (danger !== 'yes' && danger !== 'no') {
      const danger = { path: 'dangerNow', message: m.care_askDanger() };
      return problemToFail(notAsked(m.care_dangerUnasked(), [danger, ...unasked]), form);
    }
    const answer = (name: string) => form.integer(name) ?? null;
    const { caseId } = event.params;
    const json = {
      dangerNow: danger === 'yes',
      phq2: [answer('phq2_0'), answer('phq2_1')] as [number | null, number | null],
    };
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].screening.$post({ param: { caseId }, json });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    if (json.dangerNow) redirect(303, `/care/cases/${caseId}/danger`);
    if (unasked.length > 0) return problemToFail(notAsked(m.care_keptSoFar(), unasked), form);
    redirect(303, `/care/cases/${caseId}/${outcome.body.state === 'escalated' ? 'danger' : 'questions'}`);
  },
};

function notAsked(detail: string, fields: Problem['fields']): Problem {
  return { status: 422, code: 'site.notAsked', detail, fields };
}
