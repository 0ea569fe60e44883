/** Never sent back to the browser, whatever else of a form is. */
const secrets: ReadonlySet<string> = new Set(['code', 'password', 'idempotencyKey', 'formId', 'labels']);

/** What a form sent, read by name. Text is trimmed; a field that is missing reads as empty. */
export class SubmittedForm {
  /** Which form of the page this is, by its `id`. */
  readonly id: string;
  readonly idempotencyKey: string;
  /** What was typed, by field name, without secrets and files: for filling the form again. */
  readonly values: Readonly<Record<string, string[]>>;
  /** What the page calls its fields, by their names. Sent along where no script can ask the page; shown to nobody but who sent it. */
  readonly labels: Readonly<Record<string, string>>;
  readonly #data: FormData;

  constructor(data: FormData) {
    this.#data = data;
    this.id = this.text('formId');
    this.idempotencyKey = this.text('idempotencyKey');
    const values: Record<string, string[]> = {};
    for (const name of new Set(data.keys())) if (!secrets.has(name)) values[name] = this.list(name);
    this.values = values;
    this.labels = labelsIn(this.text('labels'));
  }

  text(name: string): string {
    return this.list(name)[0] ?? '';
  }

  /** The text, or undefined when nothing was typed: for fields that the API takes as optional. */
  optional(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** Every value of a name, as several ticked boxes send it. */
  list(name: string): string[] {
    return this.#data.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));
  }

  ticked(name: string): boolean {
    return this.#data.has(name);
  }

  /** A whole number, or undefined when that is not what was typed. */
  integer(name: string): number | undefined {
    const text = this.text(name);
    return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
  }

  file(name: string): File | undefined {
    const value = this.#data.get(name);
    return value instanceof File && value.size > 0 ? value : undefined;
  }
}

function labelsIn(text: string): Record<string, string> {
  try {
    const entries: [string, unknown][] = Object.entries(JSON.parse(text) ?? {});
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

/** The form that a request carries; what is none reads as an empty one. */
export async function readForm(event: { request: Request }): Promise<SubmittedForm> {
  return new SubmittedForm(await event.request.formData().catch(() => new FormData()));
}
