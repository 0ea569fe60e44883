import type { Condition } from '@kaifong/shared/care/cases/note.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** A note as the form holds it; one that amends another names it by what the page put into it. */
export function noteIn(form: SubmittedForm) {
  const [noteId, at] = [form.optional('amendsId'), form.optional('amendsAt')];
  return {
    text: form.text('text'),
    condition: form.optional('condition') as Condition | undefined,
    nextStep: form.optional('nextStep'),
    amends: noteId && at ? { noteId, at } : undefined,
    asMeant: form.ticked('asMeant'),
  };
}
