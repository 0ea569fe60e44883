import { NewReward } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { rewardIn } from './reward-form.ts';

export const check: FormCheck = (form) => faultsBy(NewReward, rewardIn(form));
