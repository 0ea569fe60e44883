import { fill, languages, type Text } from '../../kernel/language.ts';
import { clockOf, endClockOf } from '../../kernel/time.ts';
import type { SignUpDecision } from '../rules.ts';
import { refusalOf } from '../sign-up/refusal.ts';

/** What keeps somebody from a shift, for a leader who plans with her: a rule of signing up, or what concerns her alone. */
export type WhyNot =
  | Exclude<SignUpDecision, { kind: 'allowed' }>
  | { kind: 'notFree' }
  | { kind: 'asked' }
  | { kind: 'waiting' }
  | { kind: 'declined' }
  | { kind: 'ownLimit'; hours: number };

/** The rule in words about her, where `refusalOf` speaks to her. */
const words = {
  notActive: {
    'zh-Hans': '登记不在有效状态',
    'zh-Hant': '登記不在有效狀態',
    en: 'the registration is not active',
  },
  alreadySignedUp: { 'zh-Hans': '已经在这个班次里', 'zh-Hant': '已經在這個班次裡', en: 'already in this shift' },
  ownHelp: { 'zh-Hans': '是本人请人帮的忙', 'zh-Hant': '是本人請人幫的忙', en: 'asked for this help herself' },
  shiftNotOpen: { 'zh-Hans': '班次没有开放报名', 'zh-Hant': '班次沒有開放報名', en: 'the shift takes no sign-ups' },
  signUpClosed: {
    'zh-Hans': '报名已于 {closedAt} 截止',
    'zh-Hant': '報名已於 {closedAt} 截止',
    en: 'sign-up closed at {closedAt}',
  },
  alreadyStarted: {
    'zh-Hans': '班次已于 {startedAt} 开始',
    'zh-Hant': '班次已於 {startedAt} 開始',
    en: 'the shift began at {startedAt}',
  },
  minorAtNight: {
    'zh-Hans': '未满 18 岁，不能参加 22:00 至 06:00 的班次',
    'zh-Hant': '未滿 18 歲，不能參加 22:00 至 06:00 的班次',
    en: 'under 18, so not between 22:00 and 06:00',
  },
  overlaps: {
    'zh-Hans': '与“{title}”（{from} 至 {to}）时间重叠',
    'zh-Hant': '與「{title}」（{from} 至 {to}）時間重疊',
    en: 'overlaps “{title}” ({from} to {to})',
  },
  tooLittleRest: {
    'zh-Hans': '与夜间班次“{title}”（{from} 至 {to}）之间休息不足 {hours} 小时',
    'zh-Hant': '與夜間班次「{title}」（{from} 至 {to}）之間休息不足 {hours} 小時',
    en: 'less than {hours} hours of rest around a night shift, with “{title}” ({from} to {to})',
  },
  weeklyCap: {
    'zh-Hans': '这一周会超过 {hours} 小时',
    'zh-Hant': '這一週會超過 {hours} 小時',
    en: 'would go beyond {hours} hours in that week',
  },
  notFree: {
    'zh-Hans': '本人说这个时间没空',
    'zh-Hant': '本人說這個時間沒空',
    en: 'not free then, as they say themselves',
  },
  asked: { 'zh-Hans': '已经邀请，等待答复', 'zh-Hant': '已經邀請，等待答覆', en: 'asked already, no answer yet' },
  waiting: { 'zh-Hans': '正在候补', 'zh-Hant': '正在候補', en: 'on the waitlist' },
  declined: {
    'zh-Hans': '之前没有接受这个班次',
    'zh-Hant': '之前沒有接受這個班次',
    en: 'did not take this shift before',
  },
  ownLimit: {
    'zh-Hans': '本人每周最多 {hours} 小时',
    'zh-Hant': '本人每週最多 {hours} 小時',
    en: 'wants at most {hours} hours a week',
  },
} as const satisfies Record<string, Text>;

/** There is no place to ask anybody for. */
export const fullInWords: Text = { 'zh-Hans': '没有空位了', 'zh-Hant': '沒有空位了', en: 'no free place' };

const lacksSkill: Text = {
  'zh-Hans': '没有“{skill}”技能',
  'zh-Hant': '沒有「{skill}」技能',
  en: 'lacks the skill “{skill}”',
};

/** What keeps somebody from a shift, in words that follow her name; `skill` is what the skill is called that she lacks. */
export function whyNotInWords(why: WhyNot, skill: Text | string = ''): Text {
  switch (why.kind) {
    case 'skillMissing':
      return inEach((language) =>
        fill(lacksSkill[language], { skill: typeof skill === 'string' ? skill : skill[language] }),
      );
    case 'signUpClosed':
      return filled(words.signUpClosed, { closedAt: clockOf(why.closedAt) });
    case 'alreadyStarted':
      return filled(words.alreadyStarted, { startedAt: clockOf(why.startedAt) });
    case 'overlaps': {
      const { title, startsAt, endsAt } = why.with;
      return filled(words.overlaps, { title, from: clockOf(startsAt), to: endClockOf(startsAt, endsAt) });
    }
    case 'tooLittleRest': {
      const { title, startsAt, endsAt } = why.with;
      const facts = { title, from: clockOf(startsAt), to: endClockOf(startsAt, endsAt), hours: why.restMinutes / 60 };
      return filled(words.tooLittleRest, facts);
    }
    case 'weeklyCap':
      return filled(words.weeklyCap, { hours: why.capMinutes / 60 });
    case 'ownLimit':
      return filled(words.ownLimit, { hours: why.hours });
    default:
      return why.kind in words
        ? words[why.kind as keyof typeof words]
        : inEach((language) => refusalText(why, language));
  }
}

/** A rule that has no words of its own here is told as it is told to her. */
function refusalText(why: WhyNot, language: keyof Text): string {
  return refusalOf(why as Exclude<SignUpDecision, { kind: 'allowed' }>).messageIn(language);
}

function filled(text: Text, facts: Readonly<Record<string, string | number | Text>>): Text {
  const told = (language: keyof Text) =>
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact[language] : fact]);
  return inEach((language) => fill(text[language], Object.fromEntries(told(language))));
}

function inEach(say: (language: keyof Text) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Text;
}
