import type { Language } from '@kaifong/shared/kernel/language.ts';
import { noticeGroups } from '@kaifong/shared/notifications/groups.ts';
import type { NoticeChoiceChange } from '@kaifong/shared/notifications/settings.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** The choice that the form describes. What a form for leaders alone asks is nothing for others. */
export function choiceFrom(form: SubmittedForm, language: Language): NoticeChoiceChange {
  const chosen = noticeGroups.map((group) => [group, form.list(`channels.${group}`)]);
  const [digestAt, email] = [form.optional('digestAt'), form.optional('email')];
  const choice = {
    version: form.integer('version') ?? 0,
    channels: Object.fromEntries(chosen),
    language,
    ...(form.ticked('isQuiet') && { quiet: { from: form.text('quiet.from'), until: form.text('quiet.until') } }),
    ...(digestAt && { digestAt }),
    ...(email && { email }),
  };
  return choice as NoticeChoiceChange;
}
