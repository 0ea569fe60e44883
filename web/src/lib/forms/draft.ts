import { type DraftKey, dropDraft, readDraft, writeDraft } from './draft-store.ts';
import { controlsOf, fill, isChanged } from './field-controls.ts';

/** Which fields of a form are kept, by name; `of` tells drafts of one form apart, where it is about one of several things. */
export type DraftOptions = Readonly<{ keep: readonly string[]; of?: string }>;

/** What no draft keeps, whatever a form asks for: codes, numbers of documents and of telephones. */
const secret = /(^|\.)(code|password|documentNumber|mobile|contact)$/i;

/** Whether a field may be kept in the browser at all. Consents are not: what a person agrees to, they tick by hand. */
export function mayBeKept(field: Readonly<{ name: string; type: string; autocomplete: string }>): boolean {
  return (
    !secret.test(field.name) &&
    !/consent/i.test(field.name) &&
    !['password', 'file', 'hidden', 'tel'].includes(field.type) &&
    field.autocomplete !== 'one-time-code'
  );
}

/**
 * The draft of a form: what was typed so far, in this browser and for this person. It is kept in `localStorage`, since it has to outlive
 * a closed tab and a crash; that is also why only named fields are kept, each person has their own, and none outlives seven days.
 */
export function draftOf(form: HTMLFormElement, keep: readonly string[], storage: Storage, key: DraftKey) {
  const kept = () =>
    controlsOf(form).filter((control) => keep.includes(control.name) && mayBeKept(control as HTMLInputElement));

  return {
    /** Puts down what the form holds now; a form as the page brought it has no draft. */
    save(): void {
      const controls = kept();
      if (!controls.some(isChanged)) {
        dropDraft(storage, key);
        return;
      }
      const names = new Set(controls.map(({ name }) => name));
      const data = new FormData(form);
      const values = [...names].map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')]);
      writeDraft(storage, key, Object.fromEntries(values), Date.now());
    },

    /** Fills in what was kept, but not where somebody has typed already. Answers whether there was anything to fill in. */
    restore(): boolean {
      const values = readDraft(storage, key, Date.now());
      if (!values) return false;
      return fill(kept(), (name) => values[name]).length > 0;
    },

    drop: () => dropDraft(storage, key),

    /** Whether a person will have to fill in something again that no draft keeps. */
    isPartial: () => controlsOf(form).some((control) => !keep.includes(control.name)),
  };
}
