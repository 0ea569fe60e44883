import { Relocation } from '@kaifong/shared/scheduling/relocation/relocation.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { relocationFrom } from '#lib/leader/relocation-form.ts';

const WithoutSeen = Relocation.pick({ place: true });

export const check: FormCheck = (form) => faultsBy(WithoutSeen, relocationFrom(form));
