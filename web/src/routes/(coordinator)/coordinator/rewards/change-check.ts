import { RewardChange } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { changeIn } from './reward-form.ts';

export const check: FormCheck = (form) => faultsBy(RewardChange, changeIn(form));
