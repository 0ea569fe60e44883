import type { ReportSign } from '@kaifong/shared/care/cases/report.ts';
import { risks } from '@kaifong/shared/care/instruments/triage.ts';
import type { FollowUpOutcome, FollowUpStep } from '@kaifong/shared/care/on-call/follow-up.ts';
import { topics } from '@kaifong/shared/care/topics.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../care-client.server.ts';
import { caseOf, isCounsellor, isSocialWorker } from '../../../case-page.server.ts';
import { reportSignWords } from '../../../report-words.ts';
import { shownScreening } from '../../../screening-view.ts';
import { shownPlace } from '../../../session-words.ts';
import { slotsText } from '../../../week.ts';
import { channelWords, forWhomWords, inWords, stateWords, urgencyOf, waitedWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';
import { conditionWords } from './condition-words.ts';
import { shownFollowUp } from './follow-ups.ts';
import { genderWish } from './gender-wish.ts';
import { noteIn } from './note-form.ts';

export const load: PageServerLoad = async (event) => {
  const { caseId } = event.params;
  const query = pageQuery(event.url);
  // Whom the case refuses it leads on to elsewhere, before the notes refuse her too.
  const found = await caseOf(event);
  const notes = await read(careApi(event).cases[':caseId'].notes.$get({ param: { caseId }, query }));
  const { place, counsellor, state } = found;
  const names = await namesOf(event, [place]);
  const now = toInstant(Date.now());
  const next = found.sessions.findLast((session) => session.state === 'planned');
  const isLed = isSocialWorker(event);
  const mayLower = isLed && state !== 'closed' && found.risk !== undefined;
  return {
    caseId,
    alias: found.alias,
    state,
    stateWords: stateWords[state](),
    crisis: found.crisis,
    urgency: urgencyOf(found.risk),
    since: waitedWords(found.receivedAt, now),
    wishes: {
      forWhom: forWhomWords[found.forWhom](),
      channel: channelWords[found.channel](),
      desk: names.get(place) ?? place,
      contact: found.contact,
      topics: inWords(found.topics, topics),
      languages: inWords(found.languages, spokenLanguages),
      gender: genderWish(found),
      slots: slotsText(found.slots, event.locals.locale),
      counsellor: counsellor?.workName,
      summary: found.summary,
    },
    next: next && { ...shownPlace(next), isOver: next.startsAt <= now },
    wasHandedOver: found.wasHandedOver,
    screenings: found.screenings.map(shownScreening),
    notes: {
      cursor: notes.cursor,
      items: notes.items.map(({ noteId, at, text, condition, nextStep, amends, counsellorId }) => ({
        noteId,
        at,
        text,
        condition: condition && conditionWords[condition](),
        nextStep,
        amends,
        amendHref: `/care/cases/${caseId}?${new URLSearchParams({ ...query, amend: noteId })}#notes`,
        by: counsellorId === counsellor?.counsellorId ? counsellor.workName : undefined,
      })),
    },
    amended: notes.items.find(({ noteId }) => noteId === event.url.searchParams.get('amend')),
    isAssigned: event.url.searchParams.has('assigned'),
    isNoted: event.url.searchParams.has('noted'),
    isCalled: event.url.searchParams.has('called'),
    mayNote: isCounsellor(event) && state !== 'closed',
    followUps: found.followUps.map((each) => shownFollowUp(each, now)),
    reports: found.reports.map(({ at, open, signs, text, receipt }) => ({
      at,
      open,
      signs: signs.map((sign) => reportSignWords[sign]()).join(m.care_reportAnd()),
      text,
      receipt,
    })),
    isFollowedUp: event.url.searchParams.has('followed'),
    lowerRisks: mayLower ? risks.slice(0, risks.indexOf(found.risk ?? 'low')).toReversed() : [],
    mayLead: isLed,
    isSupervisor: !isLed && !isCounsellor(event),
  };
};

export const actions: Actions = {
  note: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json = noteIn(form);
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].notes.$post({ param: { caseId }, json });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}?${json.condition === 'danger' ? 'called' : 'noted'}#notes`);
  },

  followUp: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const param = { caseId, escalationId: form.text('escalationId'), step: form.text('step') as FollowUpStep };
    const json = { outcome: form.text('outcome') as FollowUpOutcome };
    const followUp = careApi(event, form.idempotencyKey).cases[':caseId']['follow-ups'][':escalationId'][':step'];
    const outcome = await outcomeOf(followUp.$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}?followed#follow-ups`);
  },

  report: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json = { signs: form.list('signs') as ReportSign[], text: form.optional('text') };
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].reports.$post({ param: { caseId }, json });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}#reports`);
  },

  receipt: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json = { at: form.text('at'), takenBy: form.text('takenBy'), number: form.text('number') };
    const { receipt } = careApi(event, form.idempotencyKey).cases[':caseId'].reports;
    const outcome = await outcomeOf(receipt.$post({ param: { caseId }, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}#reports`);
  },

  lowerRisk: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json = { risk: form.text('risk') as 'high', reason: form.text('reason') };
    const outcome = await outcomeOf(
      careApi(event, form.idempotencyKey).cases[':caseId'].risk.$post({ param: { caseId }, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}`);
  },

  close: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json = { outcome: form.text('outcome') as 'completed' };
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].closure.$post({ param: { caseId }, json });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}`);
  },
};
