/** What the name of every draft in `localStorage` begins with. */
export const draftPrefix = 'kaifong-draft:';

/** Where drafts lie; undefined in a browser that forbids it. */
export function draftStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
