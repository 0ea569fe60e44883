import RestoredDraft from '#lib/components/RestoredDraft.svelte';
import { m } from '#paraglide/messages.js';
import type { BeforeNavigate } from '$app/navigation';
import { type DraftOptions, draftOf } from './draft.ts';
import { draftStorage } from './draft-storage.ts';
import { isDirty } from './field-controls.ts';
import type { FormCheck } from './form-check.ts';
import { type FaultBoard, liveCheck } from './live-check.ts';
import { forgetOnSignOut } from './tidy-drafts.ts';

/** How a form wishes to be looked after. */
export type Wishes = Readonly<{
  check: (() => Promise<{ check: FormCheck }>) | undefined;
  draft: DraftOptions | undefined;
  warnOnLeaving: boolean;
}>;

/** What the one who looks after a form has to know of the page around it. */
export type Surroundings = FaultBoard &
  Readonly<{
    language: 'zh-Hans' | 'zh-Hant' | 'en';
    /** The account of who is signed in. */
    person: string | undefined;
    path: string;
    /** Called when a draft was filled in. */
    onRestored: (draft: Restored) => void;
  }>;

/** A draft that was filled in: the notice that says so, whether it leaves some fields empty, and how to be rid of it. */
export type Restored = Readonly<{ Notice: typeof RestoredDraft; isPartial: boolean; discard: () => void }>;

export type Attendant = Readonly<{
  /** The command was carried out: nothing is left to keep or to warn of. */
  sent: () => void;
  /** Asks before what was typed is lost. */
  leaving: (navigation: BeforeNavigate) => void;
  stop: () => void;
}>;

/**
 * Looks after a form from the first touch on: checks fields as they are left, keeps a draft, asks before leaving. None of it is needed to
 * send the form, so it is loaded on demand.
 */
export function attendForm(form: HTMLFormElement, wishes: Wishes, around: Surroundings): Attendant {
  const stopChecking = liveCheck(form, around, around.language, wishes.check);
  const draft = startDraft(form, wishes.draft, around);
  let isSent = false;
  const touch = () => {
    isSent = false;
    draft?.save();
  };
  form.addEventListener('input', touch);
  form.addEventListener('change', touch);

  return {
    sent() {
      isSent = true;
      draft?.drop();
    },
    leaving(navigation) {
      // A page that was put out of sight is left in haste, and nobody may be held up then.
      const isHurried = document.documentElement.hidden;
      if (!wishes.warnOnLeaving || isSent || isHurried || !isDirty(form)) return;
      if (navigation.willUnload || !confirm(m.forms_leave())) navigation.cancel();
    },
    stop() {
      stopChecking();
      form.removeEventListener('input', touch);
      form.removeEventListener('change', touch);
    },
  };
}

/** The form with a draft that was shown last. */
let latest: Readonly<{ form: string; language: string }> | undefined;

function startDraft(form: HTMLFormElement, options: DraftOptions | undefined, around: Surroundings) {
  const { person, path } = around;
  // In care nothing stays on a computer, whatever a form asks for.
  const storage = draftStorage();
  if (!options || !storage || person === undefined || path.startsWith('/care')) return undefined;
  const key = { person, form: [path, form.id, options.of].filter(Boolean).join('#') };
  forgetOnSignOut(storage);
  const draft = draftOf(form, options.keep, storage, key);
  // The same form in another language is the same visit: nothing comes back from an earlier one.
  const isSameVisit = latest?.form === key.form && latest.language !== around.language;
  latest = { form: key.form, language: around.language };
  if (draft.restore() && !isSameVisit) {
    around.onRestored({ Notice: RestoredDraft, isPartial: draft.isPartial(), discard });
  }
  // Somebody may have typed before all this was there.
  draft.save();
  return draft;

  function discard() {
    form.reset();
    draft.drop();
    form.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus();
  }
}
