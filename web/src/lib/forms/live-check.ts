import { fieldMessageIn } from '@kaifong/shared/kernel/field-messages.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import type { FieldProblem } from '#lib/api/problem.ts';
import { controlsOf, isChanged } from './field-controls.ts';
import type { FormCheck } from './form-check.ts';
import { afterLeaving, whileTyping } from './shown-faults.ts';
import { SubmittedForm } from './submitted-form.ts';

/** Where the faults of a form are shown. */
export type FaultBoard = Readonly<{
  /** What is shown now. */
  shown: () => readonly FieldProblem[];
  show: (faults: readonly FieldProblem[]) => void;
  /** Tells somebody who does not see the page of faults that have just come up. */
  announce: (faults: readonly FieldProblem[]) => void;
}>;

/**
 * Looks at a form while it is filled in: says what is wrong with a field when it was left, and takes it back as soon as it is mended.
 * It stands in nobody's way: whether a command is carried out the server decides, whose clock is right and whose rules are new. Without
 * a `check`, or when it does not come, only what the server said is taken back as its field is changed.
 */
export function liveCheck(
  form: HTMLFormElement,
  board: FaultBoard,
  language: Language,
  check: (() => Promise<{ check: FormCheck }>) | undefined,
): () => void {
  let faultsIn: FormCheck = () => [];
  let before: readonly FieldProblem[] = [];
  const left = new Set<string>();

  const look = () => {
    const found = faultsIn(new SubmittedForm(new FormData(form)), toInstant(Date.now())).map((fault) => ({
      path: fault.path,
      message: fieldMessageIn(language, fault),
    }));
    const seen = { shown: board.shown(), before, found };
    before = found;
    return seen;
  };

  // Offline, or on an old page, it does not come: then the server alone says what is wrong.
  const ready = Promise.resolve(check?.())
    .then(
      (module) => {
        if (module) faultsIn = module.check;
      },
      () => undefined,
    )
    .then(catchUp);

  /** Takes back what was mended before anybody looked. */
  function catchUp() {
    const { shown, found } = look();
    const edited = controlsOf(form).filter(isChanged);
    const next = edited.reduce((left, { name }) => whileTyping({ shown: left, before: [], found }, name), shown);
    if (next.length < shown.length) board.show(next);
  }

  async function leave({ target, relatedTarget }: FocusEvent) {
    const name = fieldName(form, target);
    // Another box of the same group is still the same question; and a window that went to the back has left nothing.
    if (!name || name === fieldName(form, relatedTarget) || target === document.activeElement) return;
    await Promise.all([ready, pointerIsUp()]);
    left.add(name);
    const seen = look();
    const next = afterLeaving(seen, left);
    board.show(next);
    board.announce(next.filter((fault) => !seen.shown.some((old) => isSame(old, fault))));
  }

  function type({ target }: Event) {
    const name = fieldName(form, target);
    if (!name) return;
    const seen = look();
    if (seen.shown.length > 0) board.show(whileTyping(seen, name));
  }

  form.addEventListener('focusout', leave);
  form.addEventListener('input', type);
  form.addEventListener('change', type);
  return () => {
    form.removeEventListener('focusout', leave);
    form.removeEventListener('input', type);
    form.removeEventListener('change', type);
  };
}

const isSame = (one: FieldProblem, other: FieldProblem) => one.path === other.path && one.message === other.message;

/** The name of the field that an element belongs to; one without a name of its own tells it by its id, `form-name`. */
function fieldName(form: HTMLFormElement, element: EventTarget | null): string | undefined {
  if (!(element instanceof HTMLElement) || element instanceof HTMLButtonElement || !form.contains(element)) return;
  const name = element.getAttribute('name') ?? '';
  if (name) return name;
  return element.id.startsWith(`${form.id}-`) ? element.id.slice(form.id.length + 1) : undefined;
}

let isDown = false;

/**
 * Resolves when no finger or mouse button is down: a line that came between would move the very button that is being pressed, and the
 * press would be lost.
 */
function pointerIsUp(): Promise<void> {
  if (!isDown) return Promise.resolve();
  return new Promise((resolve) => {
    // The click comes right after the release.
    const done = () => setTimeout(resolve);
    addEventListener('pointerup', done, { once: true });
    addEventListener('pointercancel', done, { once: true });
  });
}

for (const [event, down] of [
  ['pointerdown', true],
  ['pointerup', false],
  ['pointercancel', false],
] as const) {
  addEventListener(
    event,
    () => {
      isDown = down;
    },
    true,
  );
}
