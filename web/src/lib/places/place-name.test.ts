import { describe, expect, it } from 'vitest';
import { placeName } from './place-name.ts';

describe('the name of a place', () => {
  const street = { name: '冲口街道', nameHant: '沖口街道', nameEn: 'Chongkou Subdistrict' };

  it('is the one written for the language of the page', () => {
    expect(placeName(street, 'zh-Hans')).toBe('冲口街道');
    expect(placeName(street, 'zh-Hant')).toBe('沖口街道');
    expect(placeName(street, 'en')).toBe('Chongkou Subdistrict');
  });

  it('is as the place writes itself where nobody wrote another', () => {
    expect(placeName({ name: '恩宁社区' }, 'en')).toBe('恩宁社区');
  });
});
