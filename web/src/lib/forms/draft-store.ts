import { draftPrefix } from './draft-storage.ts';

/** What was typed into a form, by field name. */
export type DraftValues = Readonly<Record<string, readonly string[]>>;

/** Whose draft of which form: the account's id, and an address on the site with the form's own id. */
export type DraftKey = Readonly<{ person: string; form: string }>;

const week = 7 * 24 * 3_600_000;
const nameOf = ({ person, form }: DraftKey) => `${draftPrefix}${person}:${form}`;

/** Writes a draft down. A browser that has no room or forbids it keeps none: a draft is a courtesy. `now` in milliseconds. */
export function writeDraft(storage: Storage, key: DraftKey, values: DraftValues, now: number): void {
  try {
    storage.setItem(nameOf(key), JSON.stringify({ at: now, values }));
  } catch {
    dropDraft(storage, key);
  }
}

/** The draft of this person and form; one that is older than seven days is none. */
export function readDraft(storage: Storage, key: DraftKey, now: number): DraftValues | undefined {
  return valuesOf(storage.getItem(nameOf(key)), now);
}

export function dropDraft(storage: Storage, key: DraftKey): void {
  storage.removeItem(nameOf(key));
}

/**
 * Leaves only what may stay: nothing that is older than seven days, and as soon as somebody is signed in nothing of anybody else.
 * While nobody is signed in drafts stay, for it may be that a session has only run out.
 */
export function sweepDrafts(storage: Storage, person: string | undefined, now: number): void {
  for (const name of namesIn(storage)) {
    const isOthers = person !== undefined && !name.startsWith(`${draftPrefix}${person}:`);
    if (isOthers || valuesOf(storage.getItem(name), now) === undefined) storage.removeItem(name);
  }
}

/** For signing out: nothing stays. */
export function dropAllDrafts(storage: Storage): void {
  for (const name of namesIn(storage)) storage.removeItem(name);
}

function namesIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(draftPrefix),
  );
}

function valuesOf(text: string | null, now: number): DraftValues | undefined {
  try {
    const { at, values } = JSON.parse(text ?? '') as { at: unknown; values: unknown };
    const isFresh = typeof at === 'number' && at <= now && now - at < week;
    return isFresh && isValues(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

function isValues(values: unknown): values is DraftValues {
  return (
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((list) => Array.isArray(list) && list.every((value) => typeof value === 'string'))
  );
}
