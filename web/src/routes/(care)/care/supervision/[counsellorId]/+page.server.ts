import { lastDayCovered } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import type { SupervisionReport } from '@kaifong/shared/care/supervision/supervision.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { instantOn } from '#lib/leader/wall-clock.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../care-client.server.ts';
import { shownSupervision } from '../../../supervision-view.ts';
import { stateWords, urgencyOf } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

/** A counsellor whom one supervises: her cases, and the supervision sessions. */
export const load: PageServerLoad = async (event) => {
  const { counsellorId } = event.params;
  const client = careApi(event).supervision[':counsellorId'];
  const [supervisee, sessions] = await Promise.all([
    read(client.$get({ param: { counsellorId } })),
    read(client.sessions.$get({ param: { counsellorId }, query: { limit: '10', ...pageQuery(event.url) } })),
  ]);
  const { workName, supervisedUntil, cases, planned } = supervisee;
  return {
    counsellorId,
    workName,
    supervisedUntil: lastDayCovered(supervisedUntil),
    cases: cases.map(({ caseId, alias, state, risk }) => ({
      caseId,
      alias,
      state: stateWords[state](),
      urgency: urgencyOf(risk),
    })),
    planned: planned && shownSupervision(planned),
    past: sessions.items.filter(({ state }) => state !== 'planned').map((each) => shownSupervision(each)),
    cursor: sessions.cursor,
  };
};

export const actions: Actions = {
  plan: async (event) => {
    const form = await readForm(event);
    const { counsellorId } = event.params;
    const day = form.text('startsAt');
    const startsAt = (Day.safeParse(day).success && instantOn(day, form.text('clock'))) || '';
    const { sessions } = careApi(event, form.idempotencyKey).supervision[':counsellorId'];
    const json = { startsAt, where: form.text('where') };
    const outcome = await outcomeOf(sessions.$post({ param: { counsellorId }, json }));
    return outcome.ok ? { news: m.supervising_planned() } : problemToFail(outcome.problem, form);
  },

  held: async (event) => {
    const form = await readForm(event);
    const { counsellorId } = event.params;
    const steps = form.text('steps').split('\n');
    const json: SupervisionReport = {
      sessionId: form.text('sessionId'),
      startsAt: form.text('sessionAt'),
      outcome: 'held',
      minutes: form.text('minutes'),
      steps: steps.map((step) => step.trim()).filter((step) => step !== ''),
    };
    const { outcome: told } = careApi(event, form.idempotencyKey).supervision[':counsellorId'];
    const outcome = await outcomeOf(told.$post({ param: { counsellorId }, json }));
    return outcome.ok ? { news: m.supervising_held() } : problemToFail(outcome.problem, form);
  },

  cancel: async (event) => {
    const form = await readForm(event);
    const { counsellorId } = event.params;
    const session = { sessionId: form.text('sessionId'), startsAt: form.text('sessionAt') };
    const json: SupervisionReport = { ...session, outcome: 'cancelled' };
    const { outcome: told } = careApi(event, form.idempotencyKey).supervision[':counsellorId'];
    const outcome = await outcomeOf(told.$post({ param: { counsellorId }, json }));
    return outcome.ok ? { news: m.supervising_cancelled() } : problemToFail(outcome.problem, form);
  },
};
