import type { AskingQuestions, AskingStanding } from '@kaifong/shared/care/asking/asking.ts';
import { careNotice } from '@kaifong/shared/care/words.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { type Outcome, outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { progressLines } from '../../../(care)/progress-view.ts';
import { answersOf, besides, nextSheet } from '../../../(care)/question-sheet.server.ts';
import { shownPlan } from '../../../(care)/safety-plan.server.ts';
import { askingApi } from '../../asking-client.server.ts';
import type { Actions } from './$types';

type Key = Readonly<{ code: string; word: string }>;
type Ask = (api: ReturnType<typeof askingApi>, key: Key, form: SubmittedForm) => Promise<Outcome<AskingStanding>>;

/** Code and word go with each form and stay nowhere: no cookie tells that somebody was here. */
const withKey = (ask: Ask) => async (event: RequestEvent) => {
  const form = await readForm(event);
  const key = { code: form.text('code'), word: form.text('word') };
  const outcome = await ask(askingApi(event, form.idempotencyKey), key, form);
  return outcome.ok ? { standing: outcome.body, key } : problemToFail(outcome.problem, form);
};

/** What she is asked: one sheet at a time, by her choice or the next. */
function asked({ isForSelf, toAsk, mayAsk }: AskingQuestions, chosen: string | null, locale: Language) {
  const sheet = nextSheet({ toAsk, mayAsk }, chosen, locale);
  const more = besides(mayAsk, locale).filter(({ value }) => value === 'who5' || value === 'k6');
  return { isForSelf, sheet, more, notice: careNotice[locale] };
}

export const actions: Actions = {
  open: withKey((api, json) => outcomeOf(api.standing.$post({ json }))),
  danger: withKey((api, key, form) => {
    const contact = form.optional('contact');
    return outcomeOf(api.danger.$post({ json: { ...key, ...(contact && { contact }) } }));
  }),
  questions: async (event) => {
    const form = await readForm(event);
    const key = { code: form.text('code'), word: form.text('word') };
    const outcome = await outcomeOf(askingApi(event, form.idempotencyKey).questions.$post({ json: key }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { standing } = outcome.body;
    if (standing.step === 'urgent') return { standing, key };
    return { standing, key, questions: asked(outcome.body, form.text('ask'), event.locals.locale) };
  },
  /** Whatever was answered is sent, complete or not; what is left is asked next. */
  answers: async (event) => {
    const form = await readForm(event);
    const key = { code: form.text('code'), word: form.text('word') };
    const json = { ...key, ...answersOf(form) };
    const outcome = await outcomeOf(askingApi(event, form.idempotencyKey).answers.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { standing } = outcome.body;
    if (standing.step === 'urgent') return { standing, key };
    return { standing, key, questions: asked(outcome.body, null, event.locals.locale) };
  },
  plan: async (event) => {
    const form = await readForm(event);
    const key = { code: form.text('code'), word: form.text('word') };
    const api = askingApi(event, form.idempotencyKey);
    const [standing, plan] = await Promise.all([
      outcomeOf(api.standing.$post({ json: key })),
      outcomeOf(api['safety-plan'].$post({ json: key })),
    ]);
    if (!standing.ok) return problemToFail(standing.problem, form);
    if (!plan.ok) return problemToFail(plan.problem, form);
    return { standing: standing.body, key, isPlan: true, plan: shownPlan(plan.body, event.locals.locale) };
  },
  progress: async (event) => {
    const form = await readForm(event);
    const key = { code: form.text('code'), word: form.text('word') };
    const outcome = await outcomeOf(askingApi(event, form.idempotencyKey).progress.$post({ json: key }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { standing, isForSelf, measures } = outcome.body;
    const notice = careNotice[event.locals.locale];
    return { standing, key, progress: { isForSelf, lines: progressLines(measures), notice } };
  },
  stop: withKey((api, json) => outcomeOf(api.withdrawal.$post({ json }))),
};
