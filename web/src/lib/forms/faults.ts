import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { fieldMessageIn } from '@kaifong/shared/kernel/field-messages.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Problem } from '#lib/api/problem.ts';

/** Faults that the site found by itself, as the API would have said them. */
export function problemOf(faults: readonly FieldFault[], language: Language): Problem {
  const { code, say } = platformErrors.invalidInput;
  const fields = faults.map((fault) => ({ path: fault.path, message: fieldMessageIn(language, fault) }));
  return { status: 400, code, detail: say[language], fields };
}
