import type { Text } from '../../kernel/language.ts';

/** Numbers to call at any hour, free, from any telephone: a setting. They show without JavaScript and without the API. */
export const hotlines = [
  { number: '110', name: { 'zh-Hans': '报警', 'zh-Hant': '報警', en: 'Police' } },
  { number: '120', name: { 'zh-Hans': '急救', 'zh-Hant': '急救', en: 'Ambulance' } },
  { number: '12356', name: { 'zh-Hans': '心理援助热线', 'zh-Hant': '心理援助熱線', en: 'Emotional support line' } },
] as const satisfies readonly { number: string; name: Text }[];
