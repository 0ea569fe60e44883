import { topics } from '@kaifong/shared/care/topics.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { careApi } from '../../../care-client.server.ts';
import { caseOf, isCounsellor, isSocialWorker } from '../../../case-page.server.ts';
import { shownScreening } from '../../../screening-view.ts';
import { slotsText } from '../../../week.ts';
import { channelWords, forWhomWords, inWords, stateWords, urgencyOf, waitedWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';
import { genderWish } from './gender-wish.ts';

export const load: PageServerLoad = async (event) => {
  const { caseId } = event.params;
  const [found, notes] = await Promise.all([
    caseOf(event),
    read(careApi(event).cases[':caseId'].notes.$get({ param: { caseId }, query: pageQuery(event.url) })),
  ]);
  const { place, counsellor, state } = found;
  const names = await namesOf(event, [place]);
  return {
    caseId,
    alias: found.alias,
    state,
    stateWords: stateWords[state](),
    urgency: urgencyOf(found.risk),
    since: waitedWords(found.receivedAt, toInstant(Date.now())),
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
    screenings: found.screenings.map(shownScreening),
    notes: {
      cursor: notes.cursor,
      items: notes.items.map(({ noteId, at, text, counsellorId }) => ({
        noteId,
        at,
        text,
        by: counsellorId === counsellor?.counsellorId ? counsellor.workName : undefined,
      })),
    },
    isAssigned: event.url.searchParams.has('assigned'),
    isNoted: event.url.searchParams.has('noted'),
    mayNote: isCounsellor(event) && state !== 'closed',
    mayLead: isSocialWorker(event),
  };
};

export const actions: Actions = {
  note: async (event) => {
    const form = await readForm(event);
    const { caseId } = event.params;
    const json = { text: form.text('text') };
    const pending = careApi(event, form.idempotencyKey).cases[':caseId'].notes.$post({ param: { caseId }, json });
    const outcome = await outcomeOf(pending);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/cases/${caseId}?noted#notes`);
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
