import type { Questionnaire } from './questionnaire.ts';

/**
 * The WHO-5 Well-Being Index (World Health Organization 1998, published anew 2024), under CC BY-NC-SA 3.0 IGO: this is a service without profit, and
 * these texts may be used on under the same licence. The Chinese wording is an adaptation of ours; WHO is not answerable for it. What counts
 * here is well-being: the low end is the one to notice. Scoring: `instruments.ts`.
 */
export const who5 = {
  source: 'The World Health Organization-Five Well-Being Index (WHO-5). Geneva: World Health Organization; 2024',
  licence: 'CC BY-NC-SA 3.0 IGO. The Chinese wording is our own adaptation and was not made by WHO.',
  lead: {
    'zh-Hans': '下面几句话，哪个答案最接近您过去两周的感受？',
    'zh-Hant': '下面幾句話，哪個答案最接近您過去兩個星期的感受？',
    en: 'Which answer is closest to how you have been feeling over the last two weeks?',
  },
  items: [
    {
      'zh-Hans': '我感觉快乐、心情舒畅',
      'zh-Hant': '我感覺快樂、心情舒暢',
      en: 'I have felt cheerful and in good spirits',
    },
    { 'zh-Hans': '我感觉平静、放松', 'zh-Hant': '我感覺平靜、放鬆', en: 'I have felt calm and relaxed' },
    {
      'zh-Hans': '我感觉有活力、精力充沛',
      'zh-Hant': '我感覺有活力、精力充沛',
      en: 'I have felt active and vigorous',
    },
    {
      'zh-Hans': '我睡醒时觉得清爽、休息够了',
      'zh-Hant': '我睡醒時覺得清爽、休息夠了',
      en: 'I woke up feeling fresh and rested',
    },
    {
      'zh-Hans': '我的每一天都有让我感兴趣的事',
      'zh-Hant': '我的每一天都有讓我感興趣的事',
      en: 'My daily life has been filled with things that interest me',
    },
  ],
  answers: [
    { 'zh-Hans': '从来没有', 'zh-Hant': '從來沒有', en: 'At no time' },
    { 'zh-Hans': '有时候', 'zh-Hant': '有時候', en: 'Some of the time' },
    { 'zh-Hans': '不到一半的时间', 'zh-Hant': '不到一半的時間', en: 'Less than half of the time' },
    { 'zh-Hans': '超过一半的时间', 'zh-Hant': '超過一半的時間', en: 'More than half of the time' },
    { 'zh-Hans': '大部分时间', 'zh-Hant': '大部分時間', en: 'Most of the time' },
    { 'zh-Hans': '一直', 'zh-Hant': '一直', en: 'All of the time' },
  ],
} as const satisfies Questionnaire;
