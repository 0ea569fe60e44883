import { describe, expect, it } from 'vitest';
import { localeFor } from './choice.ts';

describe('localeFor', () => {
  it('holds to what the person chose', () => {
    expect(localeFor('zh-Hant', 'en')).toBe('zh-Hant');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr,de', 'zh-Hans'],
    [null, 'zh-Hans'],
  ])('reads %j of a browser as %s', (header, locale) => {
    expect(localeFor(undefined, header)).toBe(locale);
    expect(localeFor('klingon', header)).toBe(locale);
  });
});
