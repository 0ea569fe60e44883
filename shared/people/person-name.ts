import * as z from 'zod';

/** A name as documents carry it: letters of any script, with the dots of Chinese names of other peoples. */
export const PersonName = z
  .string({ error: 'name.invalid' })
  .trim()
  .max(60)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}\s·•．.'’-]*$/u, { error: 'name.invalid' });
