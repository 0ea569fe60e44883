import { dropAllDrafts, sweepDrafts } from './draft-store.ts';

/** Takes away what no longer may lie in this browser: drafts of somebody else than `person`, old ones, and all of them at signing out. */
export function tidyDrafts(storage: Storage, person: string | undefined): void {
  sweepDrafts(storage, person, Date.now());
  forgetOnSignOut(storage);
}

let isWatching = false;

/** When somebody signs out on purpose, nothing of what they typed stays. */
export function forgetOnSignOut(storage: Storage): void {
  if (isWatching) return;
  isWatching = true;
  addEventListener('submit', ({ target }) => {
    const action = target instanceof HTMLFormElement ? target.getAttribute('action') : null;
    if (action && /sign-?out/i.test(action)) dropAllDrafts(storage);
  });
}
