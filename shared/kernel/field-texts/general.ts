import type { Text } from '../language.ts';

/** What may stand beside a field of any form. */
export const generalTexts: Readonly<Record<string, Text>> = {
  'field.required': { 'zh-Hans': '请填写这一项。', 'zh-Hant': '請填寫這一項。', en: 'Please fill this in.' },
  'field.invalid': {
    'zh-Hans': '这一项的格式不对，请检查。',
    'zh-Hant': '這一項的格式不對，請檢查。',
    en: 'This is not in the right form. Please check it.',
  },
  'field.tooShort': {
    'zh-Hans': '至少要 {minimum} 个字。',
    'zh-Hant': '至少要 {minimum} 個字。',
    en: 'At least {minimum} characters, please.',
  },
  'field.tooLong': {
    'zh-Hans': '最多 {maximum} 个字，请写短一些。',
    'zh-Hant': '最多 {maximum} 個字，請寫短一些。',
    en: 'At most {maximum} characters, please.',
  },
  'field.tooSmall': {
    'zh-Hans': '不能小于 {minimum}。',
    'zh-Hant': '不能小於 {minimum}。',
    en: 'This cannot be less than {minimum}.',
  },
  'field.tooBig': {
    'zh-Hans': '不能大于 {maximum}。',
    'zh-Hant': '不能大於 {maximum}。',
    en: 'This cannot be more than {maximum}.',
  },
  'field.tooFew': {
    'zh-Hans': '至少要选 {minimum} 项。',
    'zh-Hant': '至少要選 {minimum} 項。',
    en: 'Please choose at least {minimum}.',
  },
  'field.tooMany': {
    'zh-Hans': '最多选 {maximum} 项。',
    'zh-Hant': '最多選 {maximum} 項。',
    en: 'Please choose at most {maximum}.',
  },
  'field.unknown': {
    'zh-Hans': '这里多了不认识的内容，请去掉。',
    'zh-Hant': '這裡多了不認識的內容，請去掉。',
    en: 'There is something here that is not known. Please take it out.',
  },
  'field.choice': {
    'zh-Hans': '请从列出的选项里选。',
    'zh-Hant': '請從列出的選項裡選。',
    en: 'Please choose one of the options.',
  },
  'field.id': {
    'zh-Hans': '这个编号不存在，请返回重选。',
    'zh-Hant': '這個編號不存在，請返回重選。',
    en: 'No such number. Please go back and choose again.',
  },
  'field.instant': {
    'zh-Hans': '请填写完整的日期和时间。',
    'zh-Hant': '請填寫完整的日期和時間。',
    en: 'Please give a full date and time.',
  },
  'field.clock': {
    'zh-Hans': '请填写时间，例如 22:00。',
    'zh-Hant': '請填寫時間，例如 22:00。',
    en: 'Please give a time, such as 22:00.',
  },
  'field.email': {
    'zh-Hans': '请填写完整的邮箱地址。',
    'zh-Hant': '請填寫完整的電郵地址。',
    en: 'Please give a whole e-mail address.',
  },
  'field.day': {
    'zh-Hans': '请填写日期，例如 2026-11-24。',
    'zh-Hant': '請填寫日期，例如 2026-11-24。',
    en: 'Please give a date such as 2026-11-24.',
  },
};
