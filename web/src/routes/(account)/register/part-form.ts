import type { DraftPart, DraftStep } from '@kaifong/shared/people/registration/registration-draft.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { consentsFrom } from '#lib/people/consents-from.ts';
import { contactFrom, insuranceFrom } from '#lib/people/details-from.ts';

/** What the form of a step sent, under the names of its fields. Whether it holds, the API decides, and says so at the field. */
export function partFrom(step: DraftStep, form: SubmittedForm): z.input<typeof DraftPart> {
  const part = { step, version: form.integer('version') ?? 0, ...readers[step](form) };
  return part as z.input<typeof DraftPart>;
}

const readers: Readonly<Record<DraftStep, (form: SubmittedForm) => object>> = {
  person: (form) => ({
    name: form.text('name'),
    documentKind: form.text('documentKind'),
    documentNumber: form.text('documentNumber'),
    birthDate: form.optional('birthDate'),
    community: form.text('community'),
  }),
  guardian: (form) => ({ guardian: { name: form.text('guardian.name'), mobile: form.text('guardian.mobile') } }),
  abilities: (form) => ({
    skills: form.list('skills'),
    languages: form.list('languages'),
    weekly: form.list('weekly'),
  }),
  emergency: (form) => ({ contact: contactFrom(form), ...insuranceFrom(form) }),
  consents: consentsFrom,
};
