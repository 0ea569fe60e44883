import { holidayOn } from '../kernel/holidays.ts';
import { fill, languages, type Text } from '../kernel/language.ts';
import { clockOf, type Day } from '../kernel/time.ts';
import type { TimeRange } from './weeks.ts';

const moved: Text = { 'zh-Hans': '改到 {from}–{to}', 'zh-Hant': '改到 {from}–{to}', en: 'moved to {from}–{to}' };
const holiday: Text = {
  'zh-Hans': '{holiday}放假，停一次',
  'zh-Hant': '{holiday}放假，停一次',
  en: 'left out for {holiday}',
};
const leftOut: Text = {
  'zh-Hans': '这一天不再安排',
  'zh-Hant': '這一天不再安排',
  en: 'no longer planned for this day',
};

/** Why the shift of a date is off that went to another time. */
export function movedInWords({ startsAt, endsAt }: TimeRange): Text {
  const [from, to] = [clockOf(startsAt), clockOf(endsAt)];
  return inEach((language) => fill(moved[language], { from: from[language], to: to[language].slice(-5) }));
}

/** Why the shift of a date is off that the series no longer has: a holiday by its name, where it is one. */
export function leftOutInWords(day: Day): Text {
  const name = holidayOn(day);
  return name ? inEach((language) => fill(holiday[language], { holiday: name[language] })) : leftOut;
}

function inEach(say: (language: keyof Text) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Text;
}
