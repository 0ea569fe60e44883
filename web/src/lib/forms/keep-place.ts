const places = 'li, article, section, details, dialog[open], main';

/**
 * Where somebody was who sends a form. What is answered here puts them, once it was carried out and the page is still the same, on what
 * the page says came of it, else on the button again, and where that has gone on what it stood in. Without it the focus begins anew at
 * the top of the page, and whoever works it by the keyboard walks all the way back. A focus that somebody else has set stays.
 */
export function placeOf(form: HTMLElement, pressed: HTMLElement | null): () => void {
  const here = nameOfPage();
  const said = new Set(notices());
  const around: HTMLElement[] = pressed ? [pressed] : [];
  for (let next = form.closest<HTMLElement>(places); next; ) {
    around.push(next);
    next = next.parentElement?.closest<HTMLElement>(places) ?? null;
  }

  return () => {
    // At the address of the skip link the page begins anew at its content.
    if (nameOfPage() !== here || !document.activeElement?.matches('body, main')) return;
    const fresh = [...notices()].find((each) => !said.has(each));
    for (const place of [fresh, ...around]) {
      if (place && place !== pressed) place.tabIndex = -1;
      place?.focus();
      if (place && place === document.activeElement) return;
    }
  };
}

/** One address may have several steps, each with a heading of its own. */
const nameOfPage = () => location.pathname + document.querySelector('h1')?.textContent;

/** What a page tells, and tells anew when a form was carried out. */
const notices = () => document.querySelectorAll<HTMLElement>('main [data-notice]');
