import type { Text } from '../language.ts';

/** Of our care. */
export const careTexts: Readonly<Record<string, Text>> = {
  'duty.tooLong': {
    'zh-Hans': '一班最长 7 天，请分成几班来排。',
    'zh-Hant': '一班最長 7 天，請分成幾班來排。',
    en: 'A duty lasts 7 days at most. Please plan several.',
  },
  'duty.deputyIsFirst': {
    'zh-Hans': '副班不能和主班是同一个人。',
    'zh-Hant': '副班不能和主班是同一個人。',
    en: 'The deputy has to be somebody else.',
  },
};
