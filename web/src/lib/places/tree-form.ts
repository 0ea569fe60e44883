import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** The names that a form gives a place or team. */
export function namesIn(form: SubmittedForm) {
  const nameEn = form.optional('nameEn');
  return { name: form.text('name'), nameHant: form.text('nameHant'), ...(nameEn && { nameEn }) };
}

/** When and why a place or team closes, and what takes over. */
export function closingIn(form: SubmittedForm) {
  const into = form.optional('into');
  return { on: form.text('on'), reason: form.text('reason'), ...(into && { into }) };
}
