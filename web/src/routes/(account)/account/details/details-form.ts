import type { DetailsChange } from '@kaifong/shared/people/registration/own-details.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { contactFrom, insuranceFrom } from '#lib/people/details-from.ts';

/** The change that the form describes. Rows of days away that are empty are none. */
export function changeFrom(form: SubmittedForm): z.input<typeof DetailsChange> {
  const contact = contactFrom(form);
  const isContactNamed = Object.values(contact).some((text) => text !== '');
  const untils = form.list('away.until');
  const away = form
    .list('away.from')
    .map((from, row) => ({ from, until: untils[row] ?? '' }))
    .filter(({ from, until }) => from !== '' || until !== '');
  const change = {
    version: form.integer('version') ?? 0,
    skills: form.list('skills'),
    languages: form.list('languages'),
    weekly: form.list('weekly'),
    away,
    ...(isContactNamed && { contact }),
    ...insuranceFrom(form),
  };
  return change as z.input<typeof DetailsChange>;
}
