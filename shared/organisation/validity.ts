import type { Day } from '../kernel/time.ts';

/** The first day on which something is there, and the first on which it is no longer. */
export type Validity = Readonly<{ validFrom?: Day | undefined; validTo?: Day | undefined }>;

/** Whether it is there on a day. */
export function isThereOn({ validFrom, validTo }: Validity, day: Day): boolean {
  return (validFrom === undefined || validFrom <= day) && !isClosedOn({ validTo }, day);
}

/** Whether it is closed by a day; what opens later is not. */
export function isClosedOn({ validTo }: Pick<Validity, 'validTo'>, day: Day): boolean {
  return validTo !== undefined && validTo <= day;
}
