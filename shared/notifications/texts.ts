import { browserNames, systemNames } from '../identity/device.ts';
import { roleNames } from '../identity/role-names.ts';
import { signInChangeNames } from '../identity/sign-in-words.ts';
import { fill, type Language, type Text } from '../kernel/language.ts';
import { clockOf } from '../kernel/time.ts';
import type { Notice, NoticeKind } from './notice.ts';
import { amendmentTexts } from './texts/amendment-texts.ts';
import { attendanceTexts } from './texts/attendance-texts.ts';
import { fileTexts } from './texts/file-texts.ts';
import { handoverTexts } from './texts/handover-texts.ts';
import { identityTexts } from './texts/identity-texts.ts';
import type { NoticeText } from './texts/notice-text.ts';
import { peopleTexts } from './texts/people-texts.ts';
import { pointsTexts } from './texts/points-texts.ts';
import { regularTexts } from './texts/regular-texts.ts';
import { settingsTexts } from './texts/settings-texts.ts';
import { shiftTexts } from './texts/shift-texts.ts';

/** Each notice in words. */
const texts: Readonly<Record<NoticeKind, NoticeText>> = {
  ...peopleTexts,
  ...shiftTexts,
  ...handoverTexts,
  ...regularTexts,
  ...attendanceTexts,
  ...amendmentTexts,
  ...fileTexts,
  ...pointsTexts,
  ...identityTexts,
  ...settingsTexts,
};

/** The facts that are instants and read as the clock in Liwan. */
const instants: ReadonlySet<string> = new Set(['startsAt', 'until', 'from', 'at', 'noticeUntil']);

/** The facts that are codes, and what each code is called. */
const codedFacts: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  role: roleNames,
  browser: browserNames,
  system: systemNames,
  changedBy: {
    self: { 'zh-Hans': '您用验证码换了号码', 'zh-Hant': '您用驗證碼換了號碼', en: 'You changed it with codes' },
    desk: {
      'zh-Hans': '协调员核对证件后换了号码',
      'zh-Hant': '協調員核對證件後換了號碼',
      en: 'A coordinator who saw your document changed it',
    },
  },
  change: signInChangeNames,
};

/** A notice in words. Instants read as the clock in Liwan. */
export function wordsOf(notice: Notice, language: Language): { heading: string; body: string } {
  const { heading, body } = texts[notice.kind];
  const facts = Object.entries(notice).map(([name, fact]) => [
    name,
    typeof fact === 'object'
      ? fact[language]
      : instants.has(name)
        ? clockOf(String(fact))[language]
        : (codedFacts[name]?.[String(fact)]?.[language] ?? fact),
  ]);
  return { heading: heading[language], body: fill(body[language], Object.fromEntries(facts)) };
}
