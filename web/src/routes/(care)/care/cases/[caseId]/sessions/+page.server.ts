import { outreachDays, outreachLeft } from '@kaifong/shared/care/cases/outreach.ts';
import { sessionLimits } from '@kaifong/shared/care/cases/session.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf } from '../../../../case-page.server.ts';
import { shownSession } from '../../../../session-words.ts';
import type { Actions, PageServerLoad } from './$types';
import { outreachOutcomeWords, outreachWayWords } from './outreach-words.ts';
import { outreachIn, planIn, reportIn, talkIn } from './session-form.ts';

export const load: PageServerLoad = async (event) => {
  const { caseId, alias, state, counsellor, sessions, outreach } = await caseOf(event);
  const asked = event.url.searchParams;
  const now = toInstant(Date.now());
  const planned = sessions.filter((session) => session.state === 'planned').toReversed();
  const past = sessions.filter((session) => session.state !== 'planned');
  const isOpen = state !== 'closed';
  return {
    caseId,
    alias,
    isOpen,
    planned: planned.map((session) => ({ ...shownSession(session), isOver: session.startsAt <= now })),
    hasCounsellor: counsellor !== undefined,
    mayPlan: isOpen && counsellor !== undefined && planned.length < sessionLimits.plannedAtOnce,
    limits: { days: sessionLimits.writtenDownDays, most: sessionLimits.plannedAtOnce },
    past: past.map(shownSession),
    correct: past.find(({ sessionId }) => sessionId === asked.get('correct'))?.sessionId,
    outreach: outreach.map(({ at, way, outcome, text }) => ({
      at,
      way: outreachWayWords[way](),
      outcome: outreachOutcomeWords[outcome](),
      text,
    })),
    outreachDays,
    left: outreachLeft(outreach, sessions),
    done: (['planned', 'told', 'tried', 'written'] as const).find((name) => asked.has(name)),
  };
};

export const actions: Actions = {
  plan: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const sessions = careApi(event, form.idempotencyKey).cases[':caseId'].sessions;
    const outcome = await outcomeOf(sessions.$post({ param: { caseId }, json: planIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/sessions?planned`);
  },

  tell: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const param = { caseId, sessionId: form.text('sessionId') };
    const told = careApi(event, form.idempotencyKey).cases[':caseId'].sessions[':sessionId'].outcome;
    const outcome = await outcomeOf(told.$post({ param, json: reportIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/sessions?told`);
  },

  talk: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const { talks } = careApi(event, form.idempotencyKey).cases[':caseId'];
    const outcome = await outcomeOf(talks.$post({ param: { caseId }, json: talkIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/sessions?written`);
  },

  outreach: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const { outreach } = careApi(event, form.idempotencyKey).cases[':caseId'];
    const outcome = await outcomeOf(outreach.$post({ param: { caseId }, json: outreachIn(form) }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}/sessions?tried#outreach`);
  },
};
