import type { Language, Text } from '@kaifong/shared/kernel/language.ts';

/** One of the things to choose from. */
export type Choice = Readonly<{ value: string; label: string; hint?: string }>;

/** A catalogue as things to choose from, in the language of the page. */
export function choicesOf(catalogue: Readonly<Record<string, Text>>, language: Language): Choice[] {
  return Object.entries(catalogue).map(([value, names]) => ({ value, label: names[language] }));
}
