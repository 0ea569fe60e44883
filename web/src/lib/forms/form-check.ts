import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { faultsOf } from '@kaifong/shared/kernel/field-messages.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import type { SubmittedForm } from './submitted-form.ts';

/**
 * Finds what is wrong with a form while it is being filled in, by the schema and the rules that the API holds it against. A module that
 * exports one as `check` is given to `CommandForm` as `() => import(…)`, so that its weight comes when somebody begins to type.
 */
export type FormCheck = (form: SubmittedForm, now: Instant) => readonly FieldFault[];

/** The faults that a schema finds in what a form describes. */
export function faultsBy(schema: z.ZodType, described: unknown): FieldFault[] {
  const { error } = schema.safeParse(described, { reportInput: true });
  return error ? faultsOf(error) : [];
}
