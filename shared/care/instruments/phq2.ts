import type { Text } from '../../kernel/language.ts';

/**
 * The PHQ-2, the first two items of the Patient Health Questionnaire (Spitzer, Williams, Kroenke and colleagues;
 * Kroenke et al., Medical Care 2003). Its authors let everybody reproduce, translate, show and hand it out without
 * asking; the Chinese wording follows the Mandarin and Hong Kong versions in general use. Scoring: `instruments.ts`.
 */
export const phq2 = {
  version: 1,
  lead: {
    'zh-Hans': '在过去的两周里，您有多少时候受到以下问题的困扰？',
    'zh-Hant': '在過去兩個星期，您有多經常受到以下問題困擾？',
    en: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  },
  items: [
    {
      'zh-Hans': '做事时提不起劲或没有兴趣',
      'zh-Hant': '做事時提不起勁或沒有樂趣',
      en: 'Little interest or pleasure in doing things',
    },
    {
      'zh-Hans': '感到心情低落、沮丧或绝望',
      'zh-Hant': '感到心情低落、沮喪或絕望',
      en: 'Feeling down, depressed, or hopeless',
    },
  ],
  /** The answer at place n counts n. */
  answers: [
    { 'zh-Hans': '完全没有', 'zh-Hant': '完全沒有', en: 'Not at all' },
    { 'zh-Hans': '有几天', 'zh-Hant': '有幾天', en: 'Several days' },
    { 'zh-Hans': '一半以上的天数', 'zh-Hant': '一半以上的天數', en: 'More than half the days' },
    { 'zh-Hans': '几乎每天', 'zh-Hant': '近乎每天', en: 'Nearly every day' },
  ],
} as const satisfies { version: number; lead: Text; items: readonly Text[]; answers: readonly Text[] };

/**
 * Asked with every request, whatever else is answered. A yes pages the people on call and never enters the matching.
 */
export const dangerQuestion: Text = {
  'zh-Hans': '此刻，您（或您代为求助的人）是否有生命危险，或可能马上伤害自己或他人？',
  'zh-Hant': '此刻，您（或您代為求助的人）是否有生命危險，或可能馬上傷害自己或他人？',
  en: 'Right now, is your life (or that of the person you ask for) in danger, or might anyone be hurt any moment?',
};
