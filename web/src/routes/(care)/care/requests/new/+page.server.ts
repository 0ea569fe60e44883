import { careConsent } from '@kaifong/shared/care/asking/consent.ts';
import { topics } from '@kaifong/shared/care/topics.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { careApi } from '../../../care-client.server.ts';
import { communitiesAround, desksOf } from '../../../desks.server.ts';
import { boxOf, partNames, weekdayName, weekdays } from '../../../week.ts';
import { channelWords, forWhomWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';
import { atFields, requestOf } from './request-form.ts';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const desks = await desksOf(event);
  return {
    desks,
    communities: desks.desk ? await communitiesAround(event, desks.desk.value) : [],
    consent: careConsent.text[locale],
    topics: choicesOf(topics, locale),
    languages: choicesOf(spokenLanguages, locale),
    forWhom: worded(forWhomWords),
    channels: worded(channelWords),
    week: weekdays.map((weekday) => ({
      name: weekdayName(weekday, locale),
      boxes: partNames.map((part) => ({ part, value: boxOf(weekday, part) })),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).requests.$post({ json: requestOf(form) }));
    if (!outcome.ok) return problemToFail(atFields(outcome.problem), form);
    redirect(303, `/care/cases/${outcome.body.caseId}/screening`);
  },
};

function worded(words: Readonly<Record<string, () => string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label: label() }));
}
