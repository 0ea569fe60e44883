import type { Questionnaire } from './questionnaire.ts';

/**
 * The K6 (Kessler et al., Psychol Med 2002 and Arch Gen Psychiatry 2003), free to use with its source named. The Chinese wording is ours, after the
 * English items. Coded 0–4. Scoring: `instruments.ts`.
 */
export const k6 = {
  source: 'Kessler RC et al. Psychol Med 2002;32:959–976; Arch Gen Psychiatry 2003;60:184–189. hcp.med.harvard.edu/ncs',
  licence: 'Free to use with the source named; the Chinese wording is our own.',
  lead: {
    'zh-Hans': '在过去的 30 天里，您有多少时候感到……',
    'zh-Hant': '在過去的 30 天裡，您有多少時候感到……',
    en: 'During the past 30 days, about how often did you feel …',
  },
  items: [
    { 'zh-Hans': '紧张', 'zh-Hant': '緊張', en: 'nervous' },
    { 'zh-Hans': '没有希望', 'zh-Hant': '沒有希望', en: 'hopeless' },
    { 'zh-Hans': '坐立不安或烦躁', 'zh-Hant': '坐立不安或煩躁', en: 'restless or fidgety' },
    {
      'zh-Hans': '非常低落，什么都不能让您高兴起来',
      'zh-Hant': '非常低落，什麼都不能讓您高興起來',
      en: 'so depressed that nothing could cheer you up',
    },
    { 'zh-Hans': '做什么都很费力', 'zh-Hant': '做什麼都很費力', en: 'that everything was an effort' },
    { 'zh-Hans': '自己没有价值', 'zh-Hant': '自己沒有價值', en: 'worthless' },
  ],
  answers: [
    { 'zh-Hans': '从来没有', 'zh-Hant': '從來沒有', en: 'None of the time' },
    { 'zh-Hans': '偶尔', 'zh-Hant': '偶爾', en: 'A little of the time' },
    { 'zh-Hans': '有时候', 'zh-Hant': '有時候', en: 'Some of the time' },
    { 'zh-Hans': '大部分时间', 'zh-Hant': '大部分時間', en: 'Most of the time' },
    { 'zh-Hans': '一直', 'zh-Hant': '一直', en: 'All of the time' },
  ],
} as const satisfies Questionnaire;
