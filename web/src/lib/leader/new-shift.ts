import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { faultsOf } from '@kaifong/shared/kernel/field-messages.ts';
import { Day, day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { newShiftFaults } from '@kaifong/shared/scheduling/new-shift.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { NewShift } from '@kaifong/shared/scheduling/schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { instantOn } from './wall-clock.ts';

export type NewShiftReading = { ok: true; shift: NewShift } | { ok: false; faults: FieldFault[] };

/**
 * The shift that the fields of `ShiftFields` describe: a day and two clocks in Liwan, which make two instants. Faults are found here
 * by the same rules as in the API, so that no activity is made for a shift that cannot be. When the times are wrong together, that
 * is told whatever else is missing.
 */
export function readNewShift(form: SubmittedForm, now: Instant): NewShiftReading {
  const date = Day.safeParse(form.text('date'));
  const dateFaults = date.success ? [] : [{ path: 'date', code: 'field.day' }];
  // Without a day the clocks are held against today, so that a clock that is missing too is told in the same go.
  const on = date.data ?? dayOf(now);
  const startsAt = instantOn(on, form.text('startsAt'));
  const typedEnd = instantOn(on, form.text('endsAt'));
  const endsAt = typedEnd && form.ticked('overnight') ? shiftBy(typedEnd, day) : typedEnd;
  const parsed = NewShift.safeParse({
    startsAt,
    endsAt,
    places: form.integer('places'),
    neededSkill: form.optional('neededSkill'),
  });
  const timesFaults =
    date.success && startsAt && endsAt
      ? newShiftFaults({ title: '', startsAt, endsAt, places: newShiftLimits.fewestPlaces, now })
      : [];
  const faults = [...dateFaults, ...timesFaults, ...(parsed.success ? [] : faultsOf(parsed.error))];
  return parsed.success && faults.length === 0 ? { ok: true, shift: parsed.data } : { ok: false, faults };
}
