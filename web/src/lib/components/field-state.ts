import type { FormContext } from './form-context.ts';

/** The id of the input of a field. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/**
 * The field that a fault lies in, among those that a page names: the one of its path, else the nearest around it, so that `skills.0` lies
 * in `skills` and `consent.given` in `consent`.
 */
export function fieldOf(path: string, labels: Readonly<Record<string, string>>): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    if (Object.hasOwn(labels, name)) return name;
  }
  return undefined;
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
