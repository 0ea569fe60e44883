import type { NewRearrangement } from '@kaifong/shared/organisation/rearranging.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { namesIn } from '#lib/places/tree-form.ts';

/** A form's rearrangement, as far as it goes: the API says what is wrong with it. */
export function rearrangementIn(form: SubmittedForm): z.input<typeof NewRearrangement> {
  const what = { from: form.text('from'), on: form.text('on'), reason: form.text('reason') };
  const kind = form.text('kind') as NewRearrangement['kind'];
  if (kind !== 'split') return { kind, ...what, into: form.text('into') };
  return { kind, ...what, ...namesIn(form), teams: form.list('teams'), grids: form.list('grids') };
}
