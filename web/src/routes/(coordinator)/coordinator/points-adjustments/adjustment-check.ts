import { NewAdjustment } from '@kaifong/shared/points/adjusting/adjustment-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { adjustmentIn } from './adjustment-form.ts';

export const check: FormCheck = (form) => faultsBy(NewAdjustment, adjustmentIn(form));
