import type { NewQualification } from '@kaifong/shared/people/certificates/qualifications.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** A form's new kind of qualification, as far as it goes: the API says what is wrong with it. */
export function kindIn(form: SubmittedForm): NewQualification {
  const months = form.optional('validMonths');
  return {
    name: {
      'zh-Hans': form.text('name.zh-Hans'),
      'zh-Hant': form.text('name.zh-Hant'),
      en: form.text('name.en'),
    },
    proof: form.text('proof') as NewQualification['proof'],
    opens: form.list('opens') as NewQualification['opens'],
    ...(months !== undefined && { validMonths: Number(months) }),
  };
}
