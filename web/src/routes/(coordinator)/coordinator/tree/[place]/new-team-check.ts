import { NewTeam } from '@kaifong/shared/organisation/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { newTeamIn } from './new-in-tree.ts';

export const check: FormCheck = (form) => faultsBy(NewTeam, newTeamIn(form));
