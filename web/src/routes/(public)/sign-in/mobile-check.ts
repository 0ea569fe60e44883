import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';
import type { FormCheck } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  parseMobile(form.text('mobile')).ok ? [] : [{ path: 'mobile', code: 'mobile.invalid' }];
