import { NoticeChoiceChange } from '@kaifong/shared/notifications/settings.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { choiceFrom } from './choice-form.ts';

export const check: FormCheck = (form) => faultsBy(NoticeChoiceChange, choiceFrom(form, 'zh-Hans'));
