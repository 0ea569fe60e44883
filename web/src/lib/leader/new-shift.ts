import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { faultsOf } from '@kaifong/shared/kernel/field-messages.ts';
import { Day, day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { checkNewShift } from '@kaifong/shared/scheduling/rules.ts';
import { NewShift } from '@kaifong/shared/scheduling/schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { instantOn } from './wall-clock.ts';

export type NewShiftReading = { ok: true; shift: NewShift } | { ok: false; faults: FieldFault[] };

/**
 * The shift that the fields of `ShiftFields` describe: a day and two clocks in Liwan, which make two instants. Faults are found here
 * by the same rules as in the API, so that no activity is made for a shift that cannot be.
 */
export function readNewShift(form: SubmittedForm, now: Instant): NewShiftReading {
  const date = Day.safeParse(form.text('date'));
  const dateFaults = date.success ? [] : [{ path: 'date', code: 'field.day' }];
  // Without a day the clocks are held against today, so that a clock that is missing too is told in the same go.
  const on = date.data ?? dayOf(now);
  const endsAt = instantOn(on, form.text('endsAt'));
  const parsed = NewShift.safeParse({
    startsAt: instantOn(on, form.text('startsAt')),
    endsAt: endsAt && form.ticked('overnight') ? shiftBy(endsAt, day) : endsAt,
    places: form.integer('places'),
    neededSkill: form.optional('neededSkill'),
  });
  if (!parsed.success) return { ok: false, faults: [...dateFaults, ...faultsOf(parsed.error)] };
  const faults = date.success ? ruleFaults(parsed.data, now) : dateFaults;
  return faults.length > 0 ? { ok: false, faults } : { ok: true, shift: parsed.data };
}

function ruleFaults(shift: NewShift, now: Instant): FieldFault[] {
  const decision = checkNewShift({ ...shift, title: '', now });
  switch (decision.kind) {
    case 'notInFuture':
      return [{ path: 'startsAt', code: 'shift.notInFuture' }];
    case 'endsBeforeStart':
      return [{ path: 'endsAt', code: 'shift.endsBeforeStart' }];
    case 'tooLong':
      return [{ path: 'endsAt', code: 'shift.tooLong', facts: { maximum: decision.longestHours } }];
    default:
      return [];
  }
}
