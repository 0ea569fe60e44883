import type { Text } from '../../kernel/language.ts';

/** What people ask their neighbours for. */
export const helpKinds = {
  company: { 'zh-Hans': '陪伴聊天', 'zh-Hant': '陪伴聊天', en: 'Company' },
  escort: { 'zh-Hans': '陪同出门、看病', 'zh-Hant': '陪同出門、看病', en: 'Going along, also to a doctor' },
  errand: { 'zh-Hans': '买菜、代办', 'zh-Hant': '買菜、代辦', en: 'Shopping and errands' },
  phone: { 'zh-Hans': '教用手机', 'zh-Hant': '教用手機', en: 'Help with a phone' },
  repair: { 'zh-Hans': '小修小补', 'zh-Hant': '小修小補', en: 'Small repairs' },
  homework: { 'zh-Hans': '辅导功课', 'zh-Hant': '輔導功課', en: 'Help with schoolwork' },
  other: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Something else' },
} as const satisfies Record<string, Text>;

export type HelpKind = keyof typeof helpKinds;

export const helpKindCodes = Object.keys(helpKinds) as [HelpKind, ...HelpKind[]];
