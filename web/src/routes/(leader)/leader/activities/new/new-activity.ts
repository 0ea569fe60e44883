import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { wgs84From } from '@kaifong/shared/kernel/gcj02.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { type MeetingPlace, NewActivity, type NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { faultsBy } from '#lib/forms/form-check.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { readNewShift } from '#lib/leader/new-shift.ts';

export type NewActivityReading =
  | { ok: true; activity: NewActivity; shift: NewShift }
  | { ok: false; faults: readonly FieldFault[] };

/** The activity and its first shift that the form describes. A place without coordinates gets those of `centre`, degrees in WGS-84; a room is named by itself when nobody types a name. */
export function readNewActivity(
  form: SubmittedForm,
  centre: Readonly<{ longitude: number; latitude: number }>,
  now: Instant,
  room?: MeetingPlace,
): NewActivityReading {
  const [longitude, latitude] = [form.optional('place.longitude'), form.optional('place.latitude')];
  // The fields begin with the centre; a room lies elsewhere unless somebody knows better.
  const isUntouched = longitude === `${centre.longitude}` && latitude === `${centre.latitude}`;
  const { longitude: east, latitude: north } = (isUntouched && room) || {
    longitude: longitude ?? centre.longitude,
    latitude: latitude ?? centre.latitude,
  };
  const typed = { longitude: Number(east), latitude: Number(north) };
  const fence = form.optional('place.fenceMetres');
  const described = {
    title: form.text('title'),
    kind: form.text('kind'),
    teamScope: form.text('teamScope'),
    place: {
      ...room,
      ...(form.text('place.name') !== '' || !room ? { name: form.text('place.name') } : {}),
      ...(form.optional('place.address') && { address: form.text('place.address') }),
      ...(!isUntouched && form.text('place.system') === 'gcj02' ? wgs84From(typed) : typed),
      ...(fence !== undefined && { fenceMetres: Number(fence) }),
    },
  };
  const activity = NewActivity.safeParse(described);
  const shift = readNewShift(form, now);
  if (activity.success && shift.ok) return { ok: true, activity: activity.data, shift: shift.shift };
  return { ok: false, faults: [...faultsBy(NewActivity, described), ...(shift.ok ? [] : shift.faults)] };
}
