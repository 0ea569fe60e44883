import type { NewAdjustment } from '@kaifong/shared/points/adjusting/adjustment-schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What a form asks for: how many points, and whether they are added or taken. A figure that is none is refused as nothing. */
export function adjustmentIn(form: SubmittedForm): NewAdjustment {
  const figure = Math.max(0, form.integer('points') ?? 0);
  const points = form.text('way') === 'take' ? 0 - figure : figure;
  return { number: form.text('number').toUpperCase().replaceAll(/\s/g, ''), points, why: form.text('why') };
}
