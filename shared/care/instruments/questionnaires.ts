import type { Text } from '../../kernel/language.ts';
import { gad7 } from './gad7.ts';
import type { InstrumentName } from './instruments.ts';
import { k6 } from './k6.ts';
import { phq2 } from './phq2.ts';
import { phq9 } from './phq9.ts';
import type { Questionnaire } from './questionnaire.ts';
import { who5 } from './who5.ts';

/** The words of every instrument that is a sum; those of the Columbia screener are in `cssrs-words.ts`. */
export const questionnaires: Readonly<Record<InstrumentName, Questionnaire>> = {
  phq2: { source: phq9.source, licence: phq9.licence, lead: phq2.lead, items: phq2.items, answers: phq2.answers },
  phq9,
  gad2: { ...gad7, items: gad7.items.slice(0, 2) },
  gad7,
  k6,
  who5,
};

const mood: Text = { 'zh-Hans': '心情', 'zh-Hant': '心情', en: 'Mood' };
const worry: Text = { 'zh-Hans': '担心和紧张', 'zh-Hant': '擔心和緊張', en: 'Worry and tension' };

/** What each is about, in words that anybody may read over a shoulder, and what those who work with it call it. */
export const questionnaireNames: Readonly<Record<InstrumentName | 'cssrs', Readonly<{ about: Text; code: string }>>> = {
  phq2: { about: mood, code: 'PHQ-2' },
  phq9: { about: mood, code: 'PHQ-9' },
  gad2: { about: worry, code: 'GAD-2' },
  gad7: { about: worry, code: 'GAD-7' },
  k6: { about: { 'zh-Hans': '近 30 天的感受', 'zh-Hant': '近 30 天的感受', en: 'The last 30 days' }, code: 'K6' },
  who5: { about: { 'zh-Hans': '近来过得好不好', 'zh-Hant': '近來過得好不好', en: 'Well-being' }, code: 'WHO-5' },
  cssrs: { about: { 'zh-Hans': '安全', 'zh-Hant': '安全', en: 'Safety' }, code: 'C-SSRS' },
};
