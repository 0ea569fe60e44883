type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Content = string | boolean | FileList;

/** Never carried over: hidden fields belong to the page, and the rest are no one's typing. */
const others: ReadonlySet<string> = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

/**
 * Reads what stands in the forms of the page and answers with what puts it back after the page was drawn anew. Each call of that fills
 * the fields that are there by then, so a field that shows only once another is filled needs a second call.
 */
export function keepTyped(page: Document): () => void {
  const kept = new Map(controlsOf(page).map(([name, control]) => [name, contentOf(control)]));
  return () => {
    for (const [name, control] of controlsOf(page)) {
      const content = kept.get(name);
      if (content !== undefined && content !== contentOf(control)) putInto(control, content);
    }
  };
}

/** Every field under a name that it has again when drawn anew: its form, its own name, and which of that name it is. */
function controlsOf(page: Document): [name: string, control: Control][] {
  const times = new Map<string, number>();
  return [...page.querySelectorAll<Control>('form :is(input, select, textarea)')]
    .filter((control) => !others.has(control.type))
    .map((control) => {
      const name = `${control.form?.id} ${control.form?.getAttribute('action')} ${control.name}`;
      const time = times.get(name) ?? 0;
      times.set(name, time + 1);
      return [`${name} ${time}`, control];
    });
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function contentOf(control: Control): Content {
  if (isTick(control)) return control.checked;
  return control.type === 'file' && control instanceof HTMLInputElement && control.files
    ? control.files
    : control.value;
}

function putInto(control: Control, content: Content): void {
  if (isTick(control)) control.checked = content === true;
  else if (content instanceof FileList) Object.assign(control, { files: content });
  else control.value = String(content);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
