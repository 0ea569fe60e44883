import type { NewSkill } from '@kaifong/shared/people/skills/skills.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What a form says of a skill. */
export function skillIn(form: SubmittedForm): NewSkill {
  return {
    name: {
      'zh-Hans': form.text('name.zh-Hans'),
      'zh-Hant': form.text('name.zh-Hant'),
      en: form.text('name.en'),
    },
    needsCertificate: form.ticked('needsCertificate'),
  };
}
