import { careConsent } from '@kaifong/shared/care/asking/consent.ts';
import type { SupportRequest } from '@kaifong/shared/care/schema.ts';
import type * as z from 'zod';
import type { Problem } from '#lib/api/problem.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { slotsOf } from '../../../week.ts';

/** What the form of a request says, as the API takes it. What was not filled in is left for the API to name. */
export function requestOf(form: SubmittedForm): z.input<typeof SupportRequest> {
  const community = form.optional('keepAway');
  const wish = /^(preferred|required)-(female|male)$/.exec(form.text('gender'));
  const request = {
    place: form.text('place'),
    alias: form.text('alias'),
    forWhom: form.text('forWhom'),
    channel: form.text('channel'),
    contact: form.optional('contact'),
    consent: { version: careConsent.version, given: form.ticked('consent') },
    topics: form.list('topics'),
    languages: [...new Set([...form.list('languages'), ...form.list('otherLanguages')])].filter(Boolean),
    ...(wish && { [`${wish[1]}Gender`]: wish[2] }),
    slots: slotsOf(form.list('slots')),
    summary: form.optional('summary'),
    ...(community && { keepAway: { community } }),
  };
  return request as z.input<typeof SupportRequest>;
}

/** The refusal with each fault at the field of the form that it belongs to: `consent.given` at `consent`. */
export function atFields(problem: Problem): Problem {
  const fields = problem.fields.map(({ path, message }) => ({ path: path.split('.')[0] ?? path, message }));
  return {
    ...problem,
    fields: fields.filter(({ path }, index) => fields.findIndex((one) => one.path === path) === index),
  };
}
