import type { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';

/** A refusal in every language, to be kept for somebody who reads it later. */
export function inAllLanguages(error: AppError): Text {
  return { 'zh-Hans': error.messageIn('zh-Hans'), 'zh-Hant': error.messageIn('zh-Hant'), en: error.messageIn('en') };
}
