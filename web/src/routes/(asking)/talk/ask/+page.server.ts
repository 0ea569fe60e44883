import { webConsent } from '@kaifong/shared/care/asking/consent.ts';
import { dangerQuestion } from '@kaifong/shared/care/instruments/phq2.ts';
import { topics } from '@kaifong/shared/care/topics.ts';
import { streets } from '@kaifong/shared/organisation/streets.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { atFields } from '../../../(care)/care/requests/new/request-form.ts';
import { boxOf, partNames, weekdayName, weekdays } from '../../../(care)/week.ts';
import { askingApi } from '../../asking-client.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { askingOf } from './asking-form.ts';

/** All of it stands in the page: nothing is asked of the API before she sends. */
export const load: PageServerLoad = ({ locals: { locale } }) => ({
  consent: webConsent.text[locale],
  danger: dangerQuestion[locale],
  streets: streets.map(({ scope, name }) => ({ value: scope, label: name[locale] })),
  topics: choicesOf(topics, locale),
  languages: choicesOf(spokenLanguages, locale),
  week: weekdays.map((weekday) => ({
    name: weekdayName(weekday, locale),
    boxes: partNames.map((part) => ({ part, value: boxOf(weekday, part) })),
  })),
});

export const actions: Actions = {
  /** The answer is shown by this page itself: a code in an address would stay in the history. */
  default: async (event) => {
    const form = await readForm(event);
    const danger = form.text('dangerNow');
    if (danger !== 'yes' && danger !== 'no') {
      const fields = [{ path: 'dangerNow', message: m.care_askDanger() }];
      return problemToFail({ status: 422, code: 'site.notAsked', detail: m.care_dangerUnasked(), fields }, form);
    }
    const outcome = await outcomeOf(askingApi(event, form.idempotencyKey).$post({ json: askingOf(form) }));
    if (!outcome.ok) return problemToFail(atFields(outcome.problem), form);
    const isForSelf = danger === 'no' && form.text('forWhom') === 'self';
    return { asked: outcome.body, ...(isForSelf && { word: form.text('word') }) };
  },
};
