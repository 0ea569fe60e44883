import { goto } from '$app/navigation';
import { navigating } from '$app/state';

/** How long nothing is typed before it is looked for, in milliseconds. */
const rest = 300;

/**
 * Sends a form that only asks (`GET`) while somebody types in it, and when something is chosen. The page takes the place of the
 * one before, so that the way back does not lead through every letter. Without it the form is sent by its button.
 */
export function asOneTypes(form: HTMLFormElement) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask() {
    clearTimeout(timer);
    // Whoever has found somebody and is on the way there is not called back.
    if (navigating.to && navigating.to.url.pathname !== location.pathname) return;
    const query = new URLSearchParams(
      [...new FormData(form)].filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
      ),
    );
    goto(`?${query}`, { replace: true, reset: false });
  }
  function later(event: Event) {
    // What an input method has not put together yet is no name.
    if ((event as InputEvent).isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, rest);
  }
  function now(event: Event) {
    event.preventDefault();
    ask();
  }
  const listeners = { input: later, compositionend: later, change: later, submit: now };
  for (const [type, listener] of Object.entries(listeners)) form.addEventListener(type, listener);
  return () => {
    clearTimeout(timer);
    for (const [type, listener] of Object.entries(listeners)) form.removeEventListener(type, listener);
  };
}
