import type * as z from 'zod';
import type { FieldFault } from './errors.ts';
import { fieldTexts } from './field-texts.ts';
import { fill, type Language } from './language.ts';

/** The faults in an input, one for each field, in the order of the schema. */
export function faultsOf(error: z.core.$ZodError): FieldFault[] {
  const byPath = new Map<string, FieldFault>();
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (!byPath.has(path)) byPath.set(path, { path, ...codeOf(issue) });
  }
  return [...byPath.values()];
}

function codeOf(issue: z.core.$ZodIssue): Omit<FieldFault, 'path'> {
  if (issue.message in fieldTexts) return { code: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'field.required' : 'field.invalid' };
    case 'too_small':
      if (issue.origin === 'array') return { code: 'field.tooFew', facts: { minimum: Number(issue.minimum) } };
      if (issue.origin !== 'string') return { code: 'field.tooSmall', facts: { minimum: Number(issue.minimum) } };
      return issue.minimum === 1
        ? { code: 'field.required' }
        : { code: 'field.tooShort', facts: { minimum: Number(issue.minimum) } };
    case 'too_big':
      if (issue.origin === 'array') return { code: 'field.tooMany', facts: { maximum: Number(issue.maximum) } };
      return {
        code: issue.origin === 'string' ? 'field.tooLong' : 'field.tooBig',
        facts: { maximum: Number(issue.maximum) },
      };
    case 'invalid_value':
      return { code: 'field.choice' };
    case 'unrecognized_keys':
      return { code: 'field.unknown' };
    default:
      return { code: 'field.invalid' };
  }
}

/** The text of a fault in a person's language. */
export function fieldMessageIn(language: Language, fault: FieldFault): string {
  const text = fieldTexts[fault.code] ?? fieldTexts['field.invalid'];
  return fill(text?.[language] ?? fault.code, fault.facts);
}
