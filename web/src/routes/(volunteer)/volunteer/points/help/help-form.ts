import { instantAt } from '@kaifong/shared/kernel/time.ts';
import type { NewHelp } from '@kaifong/shared/points/help/help-schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What a form asks for. What was left empty, or is no time, the API refuses at its field. */
export function helpIn(form: SubmittedForm): NewHelp {
  const [date, clock] = [form.text('date'), form.text('startsAt')];
  const isTime = /^\d{4}-\d\d-\d\d$/.test(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(clock);
  return {
    kind: form.text('kind') as NewHelp['kind'],
    whose: form.text('whose') as NewHelp['whose'],
    what: form.text('what'),
    where: form.text('where'),
    community: form.text('community'),
    startsAt: isTime ? instantAt(date, clock) : '',
    hours: form.integer('hours') ?? 0,
    helpers: form.integer('helpers') ?? 0,
  };
}
