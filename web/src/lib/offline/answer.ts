/** What became of a command that was sent. */
export type Verdict =
  /** Done; `done` is the outcome as the page's address tells it: `signedUp`, `in`. */
  | Readonly<{ is: 'accepted'; done: string }>
  /** Refused for good, with the reason in the person's language. */
  | Readonly<{ is: 'refused'; reason: string }>
  /** The session ended: the person has to sign in first. */
  | Readonly<{ is: 'signInFirst' }>
  /** Nothing is decided: no network, or a server that is not well. It is sent again later. */
  | Readonly<{ is: 'undecided' }>;

const undecided = { is: 'undecided' } as const;

/**
 * Reads how SvelteKit answers an action. `forPerson` is whose session the site found (its own header): an answer that was given to
 * nobody or to somebody else decides nothing.
 */
export function verdictOf(answer: { status: number; forPerson: string | null; text: string }, person: string): Verdict {
  const result = parsed(answer.text);
  if (result.type === 'redirect' && String(result.location).startsWith('/sign-in')) return { is: 'signInFirst' };
  if (answer.forPerson === 'none') return { is: 'signInFirst' };
  if (answer.forPerson !== person) return undecided;
  if (result.type === 'redirect' || result.type === 'success') return { is: 'accepted', done: doneIn(result.location) };
  if (answer.status >= 500 || answer.status === 429 || answer.status === 401) return undecided;
  if (result.type === 'failure') return { is: 'refused', reason: detailIn(result.data) };
  if (result.type === 'error') return { is: 'refused', reason: textOf(record(result.error).message) };
  return undecided;
}

function doneIn(location: unknown): string {
  return new URLSearchParams(String(location).split('?')[1]).get('done') ?? '';
}

/** The words of a refused form: `problem.detail`, or what is wrong with its first field. */
function detailIn(data: unknown): string {
  const { problem } = record(unflattened(typeof data === 'string' ? parsedArray(data) : []));
  const { detail, fields } = record(problem);
  const [first] = Array.isArray(fields) ? fields : [];
  return textOf(record(first).message) || textOf(detail);
}

/**
 * SvelteKit writes the data of an action as a flat list in which objects and arrays name their parts by position (devalue). Dates, maps
 * and the like are not read, for no refusal has any.
 */
function unflattened(flat: readonly unknown[], position = 0): unknown {
  const value = flat[position];
  const part = (at: unknown) => (typeof at === 'number' ? unflattened(flat, at) : undefined);
  if (Array.isArray(value)) return value.map(part);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, at]) => [key, part(at)]));
  }
  return value;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}

function parsedArray(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
