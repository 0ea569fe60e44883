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

/** Names of illnesses, which a volunteer may hear and may not give to anybody. */
const illnesses =
  /抑郁症|抑鬱症|焦虑症|焦慮症|强迫症|強迫症|恐惧症|恐懼症|躁狂|躁郁|躁鬱|双相|雙相|精神分裂|人格障碍|人格障礙|应激障碍|應激障礙|厌食症|厭食症|妄想症|自闭症|自閉症|多动症|多動症|\b(?:ptsd|adhd|ocd|bipolar|schizophreni\w+|anorexia|psychosis|(?:clinical|major) depression|(?:anxiety|personality|panic) disorder|diagnos(?:ed|is))\b/i;

/** What may be written all the same: that this is none, and that a doctor was recommended. */
const allowed = [...Object.values(careNotice), '不是诊断', '不是診斷', '不作诊断', '不作診斷', 'not a diagnosis'];

/** The person's own words, which a note keeps as they were said. */
const quoted = /“[^”]*”|「[^」]*」|『[^』]*』|‘[^’]*’|"[^"]*"/g;

/**
 * Whether words of a counsellor's own name an illness or speak as a doctor does (精神卫生法 arts. 23, 51). What the person said, in
 * quotation marks, and what the allow-list holds do not count.
 */
export function namesAnIllness(text: string): boolean {
  const own = allowed.reduce((rest, words) => rest.replaceAll(words, ' '), text.replace(quoted, ' '));
  return clinicalWords.test(own) || illnesses.test(own);
}
