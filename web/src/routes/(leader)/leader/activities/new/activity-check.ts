import type { FormCheck } from '#lib/forms/form-check.ts';
import { readNewActivity } from './new-activity.ts';

/** Where the team is at home is known to the server; any place will do for finding what is wrong. */
const somewhere = { longitude: 0, latitude: 0 };

export const check: FormCheck = (form, now) => {
  const room = form.optional('place.room') === undefined ? undefined : { name: '-', ...somewhere };
  const reading = readNewActivity(form, somewhere, now, room);
  return reading.ok ? [] : reading.faults;
};
