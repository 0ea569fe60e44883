import { fill, type Language, type Text } from '../../kernel/language.ts';
import { activityKinds } from '../../scheduling/shifts/activity-kinds.ts';
import { helpKinds } from '../help/help-kinds.ts';
import type { AppliedWeight } from '../rules/earning-rules.ts';
import type { EntryReason, PointsEntry } from '../schema.ts';

/** How the points of an entry were reckoned, as a sentence: 服务 2 小时 → 2 分，余 10 分钟. */
export function entryInWords({ points, because }: Pick<PointsEntry, 'points' | 'because'>, language: Language): string {
  const words = (name: keyof typeof texts, facts: Readonly<Record<string, string | number>> = {}) =>
    fill(texts[name][language], facts);
  const { kind, carriedBefore, carriedAfter, toFund, about = '' } = because;
  switch (kind) {
    case 'transfer':
      return words(points < 0 ? 'movedAway' : 'movedHere');
    case 'gift':
      return words(points < 0 ? 'gaveTo' : 'gotFrom', { name: about });
    case 'giftToFund':
      return words('gaveToFund');
    case 'expiry':
      return words('expired');
    case 'opening':
      return words('fromBefore');
    case 'redemption':
      return words('spent', { about });
    case 'refund':
      return words('cameBack', { about });
    case 'helpHeld':
      return words('held', { kind: helpKindInWords(about, language) });
    case 'helpBack':
      return words('heldBack', { kind: helpKindInWords(about, language) });
    case 'adjustment':
      return words(points < 0 ? 'taken' : 'added', { why: about });
  }
  const time = weighedTime(because, language);
  if (kind === 'correction') return words('correction', { time, points: Math.abs(points) });
  if (because.earned?.asHelp && carriedBefore >= 0) return words('helped', { time, points: points + toFund });
  const facts = { time, points: points + toFund, rest: minutesInWords(carriedAfter, language) };
  const before = minutesInWords(carriedBefore, language);
  if (carriedBefore < 0) return words('earnedAfterDebt', { ...facts, owed: before });
  return carriedBefore > 0 ? words('earnedWithRest', { ...facts, before }) : words('earned', facts);
}

/** What somebody asked for, by its code. */
function helpKindInWords(code: string, language: Language): string {
  return (helpKinds as Readonly<Record<string, Text>>)[code]?.[language] ?? code;
}

/** Minutes as people say them: 45 分钟, 2 小时, 2 小时 10 分钟. The sign is left to the sentence around it. */
function minutesInWords(minutes: number, language: Language): string {
  const whole = Math.abs(minutes);
  const facts = { hours: new Intl.NumberFormat(language).format(Math.floor(whole / 60)), minutes: whole % 60 };
  const name = whole < 60 ? 'minutes' : whole % 60 === 0 ? 'hours' : 'hoursMinutes';
  return fill(texts[name][language], facts);
}

/** What was served, and all that made it count otherwise: 2 小时 10 分钟（巡逻） × 1.2（夜间）. */
function weighedTime({ minutes, earned }: Pick<EntryReason, 'minutes' | 'earned'>, language: Language): string {
  let time = minutesInWords(minutes, language);
  if (!earned) return time;
  const wrap = (name: keyof typeof texts, facts: Readonly<Record<string, string>>) => {
    time = fill(texts[name][language], { time, ...facts });
  };
  if (earned.kind) wrap('withKind', { kind: activityKinds[earned.kind][language] });
  // Hundredths as people write a factor: 120 is 1.2.
  for (const { because, percent } of earned.weights) wrap(weighed[because], { factor: String(percent / 100) });
  const { overDay = 0 } = earned;
  if (overDay > 0) wrap('withoutOver', { over: minutesInWords(overDay, language) });
  return time;
}

const weighed = {
  kind: 'withWeight',
  night: 'withNight',
  badWeather: 'withBadWeather',
  emergency: 'withEmergency',
  backEntered: 'withBackEntry',
} as const satisfies Record<AppliedWeight['because'], string>;

const texts = {
  earned: {
    'zh-Hans': '服务 {time} → {points} 分，余 {rest}',
    'zh-Hant': '服務 {time} → {points} 分，餘 {rest}',
    en: 'Service of {time} → points: {points}, left over: {rest}',
  },
  earnedWithRest: {
    'zh-Hans': '服务 {time}，加上次余下的 {before} → {points} 分，余 {rest}',
    'zh-Hant': '服務 {time}，加上次餘下的 {before} → {points} 分，餘 {rest}',
    en: 'Service of {time} and {before} from before → points: {points}, left over: {rest}',
  },
  earnedAfterDebt: {
    'zh-Hans': '服务 {time}，先补上更正欠下的 {owed} → {points} 分',
    'zh-Hant': '服務 {time}，先補上更正欠下的 {owed} → {points} 分',
    en: 'Service of {time}, first making up {owed} owed after a correction → points: {points}',
  },
  helped: {
    'zh-Hans': '时间银行帮忙 {time}，由对方存下的积分支付 → {points} 分',
    'zh-Hant': '時間銀行幫忙 {time}，由對方存下的積分支付 → {points} 分',
    en: 'Time-bank help of {time}, paid from the points of whoever asked → points: {points}',
  },
  held: {
    'zh-Hans': '请街坊帮忙（{kind}），先存下',
    'zh-Hant': '請街坊幫忙（{kind}），先存下',
    en: 'Held for help that you asked for ({kind})',
  },
  heldBack: {
    'zh-Hans': '请街坊帮忙（{kind}），没用的退回',
    'zh-Hant': '請街坊幫忙（{kind}），沒用的退回',
    en: 'Back from help that you asked for ({kind})',
  },
  correction: {
    'zh-Hans': '更正：撤销 {time}的服务，收回 {points} 分',
    'zh-Hant': '更正：撤銷 {time}的服務，收回 {points} 分',
    en: 'Correction: a service of {time} was taken back, and points with it: {points}',
  },
  movedHere: {
    'zh-Hans': '合并登记：从您的另一份登记转来',
    'zh-Hant': '合併登記：從您的另一份登記轉來',
    en: 'Merged records: moved here from your other record',
  },
  movedAway: {
    'zh-Hans': '合并登记：转到您的另一份登记',
    'zh-Hant': '合併登記：轉到您的另一份登記',
    en: 'Merged records: moved to your other record',
  },
  gaveTo: { 'zh-Hans': '送给 {name}', 'zh-Hant': '送給 {name}', en: 'Given to {name}' },
  gotFrom: { 'zh-Hans': '{name} 送来', 'zh-Hant': '{name} 送來', en: 'Given by {name}' },
  gaveToFund: { 'zh-Hans': '送给社区基金', 'zh-Hant': '送給社區基金', en: 'Given to a community fund' },
  spent: { 'zh-Hans': '兑换“{about}”', 'zh-Hant': '兌換「{about}」', en: 'Redeemed for {about}' },
  cameBack: {
    'zh-Hans': '“{about}”过期没领，积分退回',
    'zh-Hant': '「{about}」過期沒領，積分退回',
    en: '{about} was not picked up in time; the points came back',
  },
  expired: { 'zh-Hans': '满 24 个月，到期清零', 'zh-Hant': '滿 24 個月，到期清零', en: '24 months old and gone' },
  fromBefore: { 'zh-Hans': '从以前的积分转入', 'zh-Hant': '從以前的積分轉入', en: 'Points that you had before' },
  added: { 'zh-Hans': '协调员补记：{why}', 'zh-Hant': '協調員補記：{why}', en: 'Added by coordinators: {why}' },
  taken: { 'zh-Hans': '协调员扣减：{why}', 'zh-Hant': '協調員扣減：{why}', en: 'Taken off by coordinators: {why}' },
  withKind: { 'zh-Hans': '{time}（{kind}）', 'zh-Hant': '{time}（{kind}）', en: '{time} ({kind})' },
  withWeight: { 'zh-Hans': '{time} × {factor}', 'zh-Hant': '{time} × {factor}', en: '{time} × {factor}' },
  withNight: {
    'zh-Hans': '{time} × {factor}（夜间）',
    'zh-Hant': '{time} × {factor}（夜間）',
    en: '{time} × {factor} (night)',
  },
  withBadWeather: {
    'zh-Hans': '{time} × {factor}（恶劣天气）',
    'zh-Hant': '{time} × {factor}（惡劣天氣）',
    en: '{time} × {factor} (bad weather)',
  },
  withEmergency: {
    'zh-Hans': '{time} × {factor}（应急）',
    'zh-Hant': '{time} × {factor}（應急）',
    en: '{time} × {factor} (emergency)',
  },
  withBackEntry: {
    'zh-Hans': '{time}（补录，不记积分）',
    'zh-Hant': '{time}（補錄，不記積分）',
    en: '{time} (entered later, earns no points)',
  },
  withoutOver: {
    'zh-Hans': '{time}，当天超出的 {over}不算',
    'zh-Hant': '{time}，當天超出的 {over}不算',
    en: '{time}, without {over} above the most of that day',
  },
  minutes: { 'zh-Hans': '{minutes} 分钟', 'zh-Hant': '{minutes} 分鐘', en: '{minutes} min' },
  hours: { 'zh-Hans': '{hours} 小时', 'zh-Hant': '{hours} 小時', en: '{hours} h' },
  hoursMinutes: {
    'zh-Hans': '{hours} 小时 {minutes} 分钟',
    'zh-Hant': '{hours} 小時 {minutes} 分鐘',
    en: '{hours} h {minutes} min',
  },
} as const satisfies Record<string, Text>;
