import { ExchangeSpan } from '@kaifong/shared/attendance/exchange/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(ExchangeSpan, { dataset: form.text('dataset'), from: form.text('from'), until: form.text('until') });
