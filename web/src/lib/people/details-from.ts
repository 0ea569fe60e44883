import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** Whom to call, as the fields of `ContactFields` say it. */
export function contactFrom(form: SubmittedForm) {
  return {
    name: form.text('contact.name'),
    relation: form.text('contact.relation'),
    mobile: form.text('contact.mobile'),
  };
}

const insuranceFields = ['insurer', 'policyNumber', 'from', 'until'] as const;

/** Nothing where nothing of it was filled in: not everybody is insured. */
export function insuranceFrom(form: SubmittedForm) {
  const fields = insuranceFields.map((name) => [name, form.text(`insurance.${name}`)] as const);
  return fields.some(([, text]) => text !== '') ? { insurance: Object.fromEntries(fields) } : {};
}
