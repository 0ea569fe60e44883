import { NewRules } from '@kaifong/shared/points/rules/rule-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { rulesIn } from './rules-form.ts';

export const check: FormCheck = (form) => faultsBy(NewRules, rulesIn(form));
