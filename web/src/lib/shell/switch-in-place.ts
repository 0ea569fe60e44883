import { tick } from 'svelte';
import type { Failure } from '#lib/forms/failure.ts';
import { m } from '#paraglide/messages.js';
import { applyAction } from '$app/forms';
import { refreshAll } from '$app/navigation';
import { page } from '$app/state';
import { paperOf } from './display.ts';
import { keepTyped } from './typed.ts';

/**
 * Sends a choice of language, colours or size and shows the page anew in it where it stands: the address, the place one has scrolled to, what
 * is typed and the button that has the focus stay. Throws when the server cannot be reached, and then nothing has changed.
 */
export async function switchInPlace(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new FormData(form, button),
    redirect: 'manual',
  });
  if (answer.type !== 'opaqueredirect') throw new Error(`${form.action} answered ${answer.status}`);

  const { scrollX, scrollY } = window;
  const putBack = keepTyped(document);
  const { form: lastAnswer, status, data } = page;
  // The texts of the browser follow the language of the document, those of the server the cookie.
  if (button.name === 'locale') document.documentElement.lang = button.value;
  await refreshAll();
  dress();
  await showAgain(lastAnswer, status, page.data.locale !== data.locale);
  for (const _ of ['what is there', 'what it brings up']) {
    await tick();
    putBack();
  }
  await tick();
  window.scrollTo(scrollX, scrollY);
  const same = `#${form.id} [name=${button.name}][value="${button.value}"]`;
  const focused = document.querySelector<HTMLElement>(same) ?? document.querySelector<HTMLElement>('#content');
  focused?.focus({ preventScroll: true });
}

function dress(): void {
  const { theme, elder } = page.data.display;
  const root = document.documentElement;
  root.toggleAttribute('data-elder', elder);
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const paper = paperOf(theme);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = meta.media.includes('dark') ? paper.dark : paper.light;
  }
}

/** What the last form got as an answer, which loading anew drops. A refusal in another language gives way to a request to send the form again. */
async function showAgain(answer: Partial<Failure> | null, status: number, inOtherWords: boolean): Promise<void> {
  if (!answer) return;
  const problem =
    answer.problem && inOtherWords ? { ...answer.problem, detail: m.shell_sendAgain(), fields: [] } : answer.problem;
  const location = page.url.pathname + page.url.search;
  await applyAction({ type: 'failure', status, data: { ...answer, ...(problem && { problem }) }, location });
}
