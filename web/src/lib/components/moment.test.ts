import { describe, expect, it } from 'vitest';
import { formatMoment, formatSpan, lastDayBefore } from './moment.ts';

const now = new Date('2026-11-28T04:00:00.000Z');

describe('moments are told in the time of Liwan', () => {
  it.each([
    ['zh-Hans', '11月25日周三 00:30'],
    ['zh-Hant', '11月25日週三 00:30'],
    ['en', 'Wed 25 Nov, 00:30'],
  ])('in %s', (locale, text) => {
    expect(formatMoment('2026-11-24T16:30:00.000Z', 'dateTime', locale, now)).toBe(text);
  });

  it('takes a day as that day, wherever the server stands', () => {
    expect(formatMoment('2026-11-24', 'day', 'zh-Hans')).toBe('2026年11月24日');
    expect(formatMoment('2026-11', 'month', 'zh-Hans')).toBe('2026年11月');
    expect(formatMoment('2026-11', 'month', 'en')).toBe('November 2026');
  });

  it('names the day of a span once', () => {
    expect(formatSpan('2026-11-24T01:00:00.000Z', '2026-11-24T03:00:00.000Z', 'zh-Hans', now)).toMatch(
      /09:00\u00a0–\u2060\u00a011:00$/,
    );
    expect(formatSpan('2026-11-24T14:00:00.000Z', '2026-11-24T18:00:00.000Z', 'zh-Hans', now)).toMatch(
      /22:00\u00a0– .*25日.*02:00$/,
    );
  });

  it('names the day before a midnight as the last one', () => {
    expect(lastDayBefore('2026-12-02T16:00:00.000Z', 'zh-Hans', now)).toBe('12月2日周三');
    expect(lastDayBefore('2026-12-02T16:30:00.000Z', 'zh-Hans', now)).toBe('12月3日周四');
  });

  it.each([
    ['2025-05-10T17:52:00.000Z', 'en', 'Sun, 11 May 2025, 01:52'],
    ['2025-05-10T17:52:00.000Z', 'zh-Hans', '2025年5月11日周日 01:52'],
    ['2026-12-31T15:59:00.000Z', 'zh-Hans', '12月31日周四 23:59'],
    ['2026-12-31T16:00:00.000Z', 'zh-Hans', '2027年1月1日周五 00:00'],
  ])('says the year of %s in %s only when it is another one', (value, locale, text) => {
    expect(formatMoment(value, 'dateTime', locale, now)).toBe(text);
  });
});
