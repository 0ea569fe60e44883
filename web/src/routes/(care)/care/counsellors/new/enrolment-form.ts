import type { Enrolment } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import type * as z from 'zod';
import type { Problem } from '#lib/api/problem.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { slotsOf } from '../../../week.ts';

/** What the form says, as the API takes it. What was not filled in is left for the API to name. */
export function enrolmentIn(form: SubmittedForm): z.input<typeof Enrolment> {
  const street = form.optional('awayFrom');
  const enrolment = {
    volunteerNumber: form.text('volunteerNumber').toUpperCase(),
    workName: form.text('workName'),
    level: form.integer('level') ?? 0,
    gender: form.text('gender'),
    topics: form.list('topics'),
    slots: slotsOf(form.list('slots')),
    credential: { number: form.text('credential.number'), until: form.text('credential.until') },
    vettedUntil: form.optional('vettedUntil'),
    supervisedOn: form.optional('supervisedOn'),
    caseLimit: form.integer('caseLimit') ?? 0,
    weeklyCapMinutes: form.integer('weeklyCapMinutes') ?? 0,
    ...(street && { awayFrom: [street] }),
  };
  return enrolment as z.input<typeof Enrolment>;
}

/** The refusal with each fault at the field of the form that it belongs to: `slots.0.from` at `slots`. */
export function atFields(problem: Problem): Problem {
  const fields = problem.fields.map(({ path, message }) => ({
    path: path.startsWith('credential.') ? path : (path.split('.')[0] ?? path),
    message,
  }));
  return {
    ...problem,
    fields: fields.filter(({ path }, index) => fields.findIndex((one) => one.path === path) === index),
  };
}
