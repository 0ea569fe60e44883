import type { FormCheck } from '#lib/forms/form-check.ts';
import { instantFrom } from '#lib/leader/wall-clock.ts';

export const check: FormCheck = (form) =>
  instantFrom(form.text('at')) === undefined ? [{ path: 'at', code: 'field.instant' }] : [];
