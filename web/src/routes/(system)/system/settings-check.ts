import { NewSettings } from '@kaifong/shared/organisation/settings/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { settingsIn } from './settings-form.ts';

export const check: FormCheck = (form) => faultsBy(NewSettings, settingsIn(form));
