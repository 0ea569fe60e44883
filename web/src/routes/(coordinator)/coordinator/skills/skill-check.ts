import { NewSkill } from '@kaifong/shared/people/skills/skills.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { skillIn } from './skill-form.ts';

export const check: FormCheck = (form) => faultsBy(NewSkill, skillIn(form));
