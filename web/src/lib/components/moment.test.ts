import { describe, expect, it } from 'vitest';
import { formatMoment, formatSpan } from './moment.ts';

describe('moments are told in the time of Liwan', () => {
  it.each([
    ['zh-Hans', '11月25日周三 00:30'],
    ['zh-Hant', '11月25日週三 00:30'],
    ['en', 'Wed 25 November at 00:30'],
  ])('in %s', (locale, text) => {
    expect(formatMoment('2026-11-24T16:30:00.000Z', 'dateTime', locale)).toBe(text);
  });

  it('takes a day as that day, wherever the server stands', () => {
    expect(formatMoment('2026-11-24', 'day', 'zh-Hans')).toBe('2026年11月24日');
  });

  it('names the day of a span once', () => {
    expect(formatSpan('2026-11-24T01:00:00.000Z', '2026-11-24T03:00:00.000Z', 'zh-Hans')).toMatch(/09:00 – 11:00$/);
    expect(formatSpan('2026-11-24T14:00:00.000Z', '2026-11-24T18:00:00.000Z', 'zh-Hans')).toMatch(
      /22:00 – .*25日.*02:00$/,
    );
  });
});
