import { WayPointPlace } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

const degrees = (text: string | undefined) => (text === undefined ? undefined : Number(text));

export const check: FormCheck = (form) =>
  faultsBy(WayPointPlace, {
    name: form.text('name'),
    longitude: degrees(form.optional('longitude')),
    latitude: degrees(form.optional('latitude')),
  });
