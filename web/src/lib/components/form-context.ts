import { getContext, setContext } from 'svelte';

/** What a `CommandForm` tells the inputs inside it. */
export type FormContext = Readonly<{
  id: string;
  /** Whether the command is under way. */
  pending: boolean;
  /** What is wrong with a field, by its name, as far as it has been told. */
  errorOf(name: string): string | undefined;
  /** What was typed before the form was refused; undefined when it was not. */
  typed(name: string): readonly string[] | undefined;
  /** Takes note of what the page calls the field with this id, so that the summary of what is wrong calls it the same. */
  named(id: string, label: string): void;
}>;

const key = Symbol('form');

export function provideForm(form: FormContext): void {
  setContext(key, form);
}

/** The form around a component, if there is one. */
export function formAround(): FormContext | undefined {
  return getContext<FormContext | undefined>(key);
}
