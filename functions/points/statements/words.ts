import type { Text } from '@kaifong/shared/kernel/language.ts';

/** What stands on a statement around its lines. */
export const printed = {
  title: { 'zh-Hans': '积分月结单', 'zh-Hant': '積分月結單', en: 'Statement of points' },
  site: { 'zh-Hans': '街坊志愿服务平台', 'zh-Hant': '街坊志願服務平台', en: 'Kaifong' },
  volunteer: { 'zh-Hans': '志愿者', 'zh-Hant': '志願者', en: 'Volunteer' },
  month: { 'zh-Hans': '月份', 'zh-Hant': '月份', en: 'Month' },
  day: { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Day' },
  what: { 'zh-Hans': '说明', 'zh-Hant': '說明', en: 'What' },
  came: { 'zh-Hans': '增加', 'zh-Hant': '增加', en: 'In' },
  went: { 'zh-Hans': '减少', 'zh-Hant': '減少', en: 'Out' },
  points: { 'zh-Hans': '增减', 'zh-Hant': '增減', en: 'In, out' },
  balance: { 'zh-Hans': '余额', 'zh-Hant': '餘額', en: 'Balance' },
  opening: { 'zh-Hans': '月初余额', 'zh-Hant': '月初餘額', en: 'At the beginning' },
  closing: { 'zh-Hans': '月末余额', 'zh-Hant': '月末餘額', en: 'At the end' },
  soFar: { 'zh-Hans': '到今天的余额', 'zh-Hant': '到今天的餘額', en: 'As of today' },
  none: {
    'zh-Hans': '这个月没有积分进出',
    'zh-Hant': '這個月沒有積分進出',
    en: 'No points came or went in this month',
  },
  expiring: {
    'zh-Hans': '快到期的积分（截至 {today}）',
    'zh-Hant': '快到期的積分（截至 {today}）',
    en: 'Points about to expire (as of {today})',
  },
  expires: { 'zh-Hans': '{on} 到期清零', 'zh-Hant': '{on} 到期清零', en: 'Gone on {on}' },
  noneExpiring: {
    'zh-Hans': '接下来一年没有积分到期',
    'zh-Hant': '接下來一年沒有積分到期',
    en: 'Nothing expires in the coming year',
  },
  toFund: {
    'zh-Hans': '{words}（其中 {points} 分超出上限，归社区基金）',
    'zh-Hant': '{words}（其中 {points} 分超出上限，歸社區基金）',
    en: '{words} (above the cap and given to a community fund: {points})',
  },
} as const satisfies Record<string, Text>;
