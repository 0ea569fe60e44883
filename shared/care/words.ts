import type { Text } from '../kernel/language.ts';

/**
 * Stands beside every result of a questionnaire, because a volunteer service neither diagnoses nor treats (精神卫生法 arts.
 * 23, 51).
 */
export const careNotice: Text = {
  'zh-Hans': '筛查提示，不是诊断',
  'zh-Hant': '篩查提示，不是診斷',
  en: 'A screening hint, not a diagnosis',
};

/**
 * Words that no volunteer and no resident may read outside `careNotice` (精神卫生法 arts. 23, 51, 76), in both scripts. A
 * test walks our texts with this; a service can walk what people write.
 */
export const clinicalWords = /诊断|確診|确诊|診斷|患有|治疗|治療|处方|處方/;
