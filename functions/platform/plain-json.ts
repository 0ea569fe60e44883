import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';

/**
 * Signs that nobody sees, and that honest people type or paste by accident only: control characters other than those of lines, what turns the
 * direction of reading, blanks without width. With them two names that look the same differ, and a name that is written looks empty.
 */
const unseen = /[\p{Cc}\p{Cf}](?<![\t\n\r]|\p{Join_Control})/u;
const everyUnseen = new RegExp(unseen, 'gu');

/** Joiners, unless they join the parts of an emoji. */
const strayJoiner = /(?<!\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}])\p{Join_Control}/gu;

/** Where there may be some: they stand in the text as they are, or as a code. */
const mayHoldSome = (text: string) => unseen.test(text) || /\p{Join_Control}|\\[bfu]/u.test(text);

/** No body of ours is nested half as deep. */
const deepest = 50;

/**
 * What a body of JSON says, its texts without the signs that nobody sees.
 *
 * @throws AppError platform.bodyNotJson, also for half a character, which no text can hold
 */
export function plainJson(text: string): unknown {
  const value = jsonOf(text);
  return mayHoldSome(text) ? plain(value) : value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(platformErrors.bodyNotJson);
  }
}

function plain(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new AppError(platformErrors.bodyNotJson);
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map((part) => plain(part, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part, depth + 1)]));
}

function plainText(text: string): string {
  if (!text.isWellFormed()) throw new AppError(platformErrors.bodyNotJson);
  return text.replace(everyUnseen, '').replace(strayJoiner, '');
}
