import type { Text } from '../language.ts';

/** Beside the fields of the tree of places and teams, of roles in it, and of the search of what was done. */
export const placeTexts: Readonly<Record<string, Text>> = {
  'audit.oneOf': {
    'zh-Hans': '请按日期、经办人、相关的人三样中的一样来查。',
    'zh-Hant': '請按日期、經辦人、相關的人三樣中的一樣來查。',
    en: 'Please search by one of: the day, who did it, whom it was about.',
  },
  'place.unknown': {
    'zh-Hans': '请选择街道和社区。',
    'zh-Hant': '請選擇街道和社區。',
    en: 'Please choose a street and a community.',
  },
  'tree.nameInvalid': {
    'zh-Hans': '名称只写文字、数字和常用符号，例如“恩宁东社区”。',
    'zh-Hant': '名稱只寫文字、數字和常用符號，例如「恩寧東社區」。',
    en: 'Please use letters, digits and common signs only, such as “Enning East Community”.',
  },
  'team.number': {
    'zh-Hans': '请填写志愿者编号，例如 LW00012345。本人可以在“我的”页面看到。',
    'zh-Hant': '請填寫志願者編號，例如 LW00012345。本人可以在「我的」頁面看到。',
    en: 'Please give a volunteer number such as LW00012345. Volunteers find it on their own page.',
  },
  'tree.closesInPast': {
    'zh-Hans': '关闭日期不能早于今天，也不能早于启用日期。',
    'zh-Hant': '關閉日期不能早於今天，也不能早於啟用日期。',
    en: 'It cannot close before today, nor before it has opened.',
  },
  'grant.endsBeforeBegin': {
    'zh-Hans': '结束日期不能早于开始日期，也不能早于今天。',
    'zh-Hant': '結束日期不能早於開始日期，也不能早於今天。',
    en: 'The last day cannot come before the first, nor before today.',
  },
  'grant.leave': {
    'zh-Hans': '代理要有结束日期，不能早于今天，最长 90 天。',
    'zh-Hant': '代理要有結束日期，不能早於今天，最長 90 天。',
    en: 'A deputy stands in for 90 days at most, and not for days that are over.',
  },
  'tree.tooFarAhead': {
    'zh-Hans': '最多只能定到一年以内，请检查年份。',
    'zh-Hant': '最多只能定到一年以內，請檢查年份。',
    en: 'At most a year ahead. Please check the year.',
  },
};
