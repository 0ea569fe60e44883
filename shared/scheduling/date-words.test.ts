import { expect, it } from 'vitest';
import { leftOutInWords, movedInWords } from './date-words.ts';

it('a date that is off says why, in each language: the holiday by its name, or the new time', () => {
  expect(leftOutInWords('2026-02-17')).toEqual({
    'zh-Hans': '春节放假，停一次',
    'zh-Hant': '春節放假，停一次',
    en: 'left out for Spring Festival',
  });
  expect(leftOutInWords('2025-10-06')['zh-Hans']).toContain('国庆节、中秋节');
  expect(leftOutInWords('2026-11-24').en).toBe('no longer planned for this day');
  const to = { startsAt: '2026-11-25T11:00:00.000Z', endsAt: '2026-11-25T13:30:00.000Z' };
  expect(movedInWords(to)).toEqual({
    'zh-Hans': '改到 11月25日 19:00–21:30',
    'zh-Hant': '改到 11月25日 19:00–21:30',
    en: 'moved to 25 Nov, 19:00–21:30',
  });
});
