import type { FormContext } from './form-context.ts';

/** The id of the input of a field; a group (`skills`) and its members (`skills.0`) share one. */
export function fieldId(formId: string, path: string): string {
  return `${formId}-${path.replace(/(\.\d+)+$/, '')}`;
}

/** Where an input's hint and error are, for `aria-describedby`. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
}

/** The state of one field: its id, what is wrong with it, and what stands in it. */
export function fieldState(
  form: FormContext | undefined,
  field: { name: string; id?: string | undefined; error?: string | undefined; value?: string | undefined },
): { id: string; error: string | undefined; value: string } {
  return {
    id: field.id ?? fieldId(form?.id ?? 'field', field.name),
    error: field.error ?? form?.errorOf(field.name),
    value: form?.typed(field.name)?.[0] ?? field.value ?? '',
  };
}
