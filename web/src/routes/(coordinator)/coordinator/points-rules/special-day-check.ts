import { NewSpecialDay } from '@kaifong/shared/points/rules/rule-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { specialDayIn } from './rules-form.ts';

export const check: FormCheck = (form) => faultsBy(NewSpecialDay, specialDayIn(form));
