import type { Choice } from './choice.ts';

/** The choices that hold every word of `typed` in their label or hint, whatever the case and width of the letters; all of them for nothing. */
export function fitting(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  return choices.filter(({ label, hint = '' }) => {
    const text = folded(`${label} ${hint}`);
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
