/** What a person fills in. */
export type FieldControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const filledIn = 'input[name]:not([type=hidden]), textarea[name], select[name]';

/** The controls of a form that a person fills in, in the order of the page. */
export function controlsOf(form: HTMLFormElement): FieldControl[] {
  return [...form.querySelectorAll<FieldControl>(filledIn)];
}

/** Whether a control holds something else than what the page came with. */
export function isChanged(control: FieldControl): boolean {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    const first = Math.max(
      0,
      options.findIndex((option) => option.defaultSelected),
    );
    return control.selectedIndex !== first;
  }
  return isTick(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** Whether anything of a form would be lost with it. */
export function isDirty(form: HTMLFormElement): boolean {
  return controlsOf(form).some(isChanged);
}

export function isTick(control: FieldControl): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

/** Fills in what is known of each name, but not where somebody has typed already. Answers what was filled in. */
export function fill(
  controls: readonly FieldControl[],
  valuesOf: (name: string) => readonly string[] | undefined,
): FieldControl[] {
  const untouched = controls.filter((control) => !isChanged(control));
  const seen = new Map<string, number>();
  for (const control of untouched) {
    const values = valuesOf(control.name);
    const place = seen.get(control.name) ?? 0;
    seen.set(control.name, place + 1);
    if (!values) continue;
    if (isTick(control)) control.checked = values.includes(control.value);
    else control.value = values[place] ?? '';
  }
  const filled = untouched.filter(isChanged);
  for (const control of filled) control.dispatchEvent(new Event('change', { bubbles: true }));
  return filled;
}
