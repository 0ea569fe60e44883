import type { FieldProblem } from '#lib/api/problem.ts';

/** Whether a fault lies in a field: at it, or inside what it groups (`skills.0` in `skills`). */
export function liesIn(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

/** What a person sees as wrong, and what a look at the form finds, before it and now. */
export type Look = Readonly<{
  shown: readonly FieldProblem[];
  /** What the look before this one found. */
  before: readonly FieldProblem[];
  found: readonly FieldProblem[];
}>;

/**
 * What is shown while somebody types in a field: nothing new, and no more what is mended. A fault that only the server knows of goes as
 * soon as its own field is changed.
 */
export function whileTyping({ shown, before, found }: Look, edited: string): FieldProblem[] {
  const has = (faults: readonly FieldProblem[], path: string) => faults.some((fault) => fault.path === path);
  const isMended = (path: string) => has(before, path) || liesIn(path, edited);
  return shown.filter(({ path }) => has(found, path) || !isMended(path));
}

/** What is shown when a field was left: what is found in all fields that were left so far, and what was shown and still holds. */
export function afterLeaving(look: Look, left: ReadonlySet<string>): FieldProblem[] {
  const told = look.found.filter(({ path }) => [...left].some((name) => liesIn(path, name)));
  const still = whileTyping(look, '').filter(({ path }) => !told.some((fault) => fault.path === path));
  return [...still, ...told];
}
