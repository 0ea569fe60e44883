import { NewPlace } from '@kaifong/shared/organisation/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { newPlaceIn } from './new-in-tree.ts';

export const check: FormCheck = (form) => faultsBy(NewPlace, newPlaceIn(form));
