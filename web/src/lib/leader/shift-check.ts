import type { FormCheck } from '#lib/forms/form-check.ts';
import { readNewShift } from './new-shift.ts';

export const check: FormCheck = (form, now) => {
  const reading = readNewShift(form, now);
  return reading.ok ? [] : reading.faults;
};
