import { foldHan } from '../folded-han.ts';
import { foldFullWidth } from '../full-width.ts';

/** What somebody who looks for a person typed, as far as it can be told by its form. */
export type Search =
  | { by: 'name'; text: string }
  | { by: 'sound'; text: string }
  | { by: 'number'; number: string }
  | { by: 'phoneTail'; digits: string }
  | { by: 'nothing' }
  | { by: 'unclear' };

/**
 * Reads what was typed: signs of any script but Latin are part of a name, Latin letters a name, pinyin or initials, `LW` and
 * eight digits (or these alone) a volunteer number, four digits the end of a phone number. Other digits are unclear.
 */
export function readSearch(typed: string): Search {
  const text = plainName(typed);
  if (text === '') return { by: 'nothing' };
  const number = /^(?:lw)?(\d{8})$/.exec(text)?.[1];
  if (number) return { by: 'number', number: `LW${number}` };
  if (/^\d{4}$/.test(text)) return { by: 'phoneTail', digits: text };
  if (/\d/.test(text)) return { by: 'unclear' };
  return /^\p{Script=Latin}+$/u.test(text) ? { by: 'sound', text } : { by: 'name', text };
}

/** A name or part of one without what people write in different ways: blanks, dots, case, full-width letters, traditional signs; ü is v. */
export function plainName(text: string): string {
  return foldHan(foldFullWidth(text))
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s·•．.'’#-]/g, '');
}
