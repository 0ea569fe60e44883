import { NewPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(NewPlaces, { places: form.integer('places') });
