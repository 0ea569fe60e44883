import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { NewActivity, type NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { faultsBy } from '#lib/forms/form-check.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { readNewShift } from '#lib/leader/new-shift.ts';

export type NewActivityReading =
  | { ok: true; activity: NewActivity; shift: NewShift }
  | { ok: false; faults: readonly FieldFault[] };

/** The activity and its first shift that the form describes. A place without coordinates gets those of `centre`, degrees in WGS-84. */
export function readNewActivity(
  form: SubmittedForm,
  centre: Readonly<{ longitude: number; latitude: number }>,
  now: Instant,
): NewActivityReading {
  const [longitude, latitude] = [form.optional('place.longitude'), form.optional('place.latitude')];
  const described = {
    title: form.text('title'),
    kind: form.text('kind'),
    teamScope: form.text('teamScope'),
    place: {
      name: form.text('place.name'),
      longitude: Number(longitude ?? centre.longitude),
      latitude: Number(latitude ?? centre.latitude),
    },
  };
  const activity = NewActivity.safeParse(described);
  const shift = readNewShift(form, now);
  if (activity.success && shift.ok) return { ok: true, activity: activity.data, shift: shift.shift };
  return { ok: false, faults: [...faultsBy(NewActivity, described), ...(shift.ok ? [] : shift.faults)] };
}
