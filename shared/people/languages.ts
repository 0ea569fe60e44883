import * as z from 'zod';
import type { Text } from '../kernel/language.ts';

/** What people of the district speak or sign to each other, which is not what the site is written in. */
export const spokenLanguages = {
  cantonese: { 'zh-Hans': '粤语', 'zh-Hant': '粵語', en: 'Cantonese' },
  mandarin: { 'zh-Hans': '普通话', 'zh-Hant': '普通話', en: 'Mandarin' },
  teochew: { 'zh-Hans': '潮汕话', 'zh-Hant': '潮汕話', en: 'Teochew' },
  hakka: { 'zh-Hans': '客家话', 'zh-Hant': '客家話', en: 'Hakka' },
  english: { 'zh-Hans': '英语', 'zh-Hant': '英語', en: 'English' },
  french: { 'zh-Hans': '法语', 'zh-Hant': '法語', en: 'French' },
  arabic: { 'zh-Hans': '阿拉伯语', 'zh-Hant': '阿拉伯語', en: 'Arabic' },
  signLanguage: { 'zh-Hans': '中国手语', 'zh-Hant': '中國手語', en: 'Chinese Sign Language' },
} as const satisfies Record<string, Text>;

export type SpokenLanguage = keyof typeof spokenLanguages;

export const spokenLanguageCodes = Object.keys(spokenLanguages) as [SpokenLanguage, ...SpokenLanguage[]];

export const SpokenLanguage = z.enum(spokenLanguageCodes, { error: 'field.choice' });
