import type { Asking } from '@kaifong/shared/care/asking/asking.ts';
import { webConsent } from '@kaifong/shared/care/asking/consent.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { slotsOf } from '../../../(care)/week.ts';

/** What the form says, as the API takes it. Of somebody in danger an empty street is all that can be wrong. */
export function askingOf(form: SubmittedForm): Asking {
  const isUrgent = form.text('dangerNow') === 'yes';
  const wish = /^(preferred|required)-(female|male)$/.exec(form.text('gender'));
  const asking = {
    dangerNow: isUrgent,
    place: form.text('place'),
    alias: form.optional('alias'),
    word: form.optional('word'),
    forWhom: form.text('forWhom'),
    contact: (isUrgent ? form.optional('reachMe') : undefined) ?? form.optional('contact'),
    topics: form.list('topics'),
    languages: [...new Set([...form.list('languages'), ...form.list('otherLanguages')])].filter(Boolean),
    ...(wish && { [`${wish[1]}Gender`]: wish[2] }),
    slots: slotsOf(form.list('slots')),
    summary: form.optional('summary'),
    consent: { version: webConsent.version, given: form.ticked('consent') },
  };
  return asking as Asking;
}
