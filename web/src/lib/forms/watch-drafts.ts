import { draftPrefix, draftStorage } from './draft-storage.ts';

/**
 * Sees to it that no draft lies here for longer or for others than it may; `person` is the account of who is signed in. What does it is
 * loaded only where there is a draft at all.
 */
export async function watchDrafts(person: string | undefined): Promise<void> {
  const storage = draftStorage();
  if (!storage || !Object.keys(storage).some((name) => name.startsWith(draftPrefix))) return;
  const { tidyDrafts } = await import('./tidy-drafts.ts');
  tidyDrafts(storage, person);
}
