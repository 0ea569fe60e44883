import type { NewSettings } from '@kaifong/shared/organisation/settings/schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What a form describes that proposes figures. One that is no whole number is refused by the schema as too small. */
export function settingsIn(form: SubmittedForm): NewSettings {
  const fields = Object.keys(form.values).filter((name) => name.startsWith('figures.'));
  return {
    group: form.text('group') as NewSettings['group'],
    from: form.text('from'),
    figures: Object.fromEntries(fields.map((name) => [name.slice('figures.'.length), form.integer(name) ?? -1])),
    why: form.text('why'),
  };
}
