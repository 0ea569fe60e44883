import type { Text } from '../../kernel/language.ts';

/** Why a regular is not in a new shift, as far as her leader needs to know: nothing of what else she does. */
const reasons: Readonly<Record<string, Text>> = {
  'shift.full': { 'zh-Hans': '名额已满', 'zh-Hant': '名額已滿', en: 'all places are taken' },
  'shift.overlaps': {
    'zh-Hans': '和她的其他班次时间冲突',
    'zh-Hant': '和她的其他班次時間衝突',
    en: 'another shift at the same time',
  },
  'shift.weeklyCap': {
    'zh-Hans': '这一周的时长已到上限',
    'zh-Hant': '這一週的時數已到上限',
    en: 'the most hours of a week are reached',
  },
  'shift.skillMissing': { 'zh-Hans': '缺少需要的技能', 'zh-Hant': '缺少需要的技能', en: 'the needed skill is missing' },
  'shift.minorAtNight': {
    'zh-Hans': '未满 18 岁不能值夜班',
    'zh-Hant': '未滿 18 歲不能值夜班',
    en: 'under 18, so not at night',
  },
  'shift.notActive': { 'zh-Hans': '现在不能报名', 'zh-Hant': '現在不能報名', en: 'she may not sign up now' },
  'series.gone': {
    'zh-Hans': '那一天不再安排',
    'zh-Hant': '那一天不再安排',
    en: 'there is no shift on that day any more',
  },
};

const other: Text = { 'zh-Hans': '不合报名条件', 'zh-Hant': '不合報名條件', en: 'the rules of signing up' };

/** The reason that belongs to the code of a refusal. */
export function reasonForLeader(code: string): Text {
  return reasons[code] ?? other;
}
