import { describe, expect, it } from 'vitest';
import { languages } from '../../kernel/language.ts';
import { type EarnedBy, EntryReason } from '../schema.ts';
import { entryInWords } from './entry-words.ts';

const because = { minutes: 130, day: '2026-11-24', carriedBefore: 0, carriedAfter: 10, toFund: 0 };

describe('an entry in words', () => {
  it('says how a service was reckoned', () => {
    const earned: EarnedBy = {
      kind: 'patrol',
      atNight: true,
      weights: [{ because: 'night', percent: 120 }],
      minutes: 156,
    };
    expect(
      entryInWords({ points: 2, because: { ...because, kind: 'service', earned, carriedAfter: 36 } }, 'zh-Hans'),
    ).toBe('服务 2 小时 10 分钟（平安巡逻） × 1.2（夜间） → 2 分，余 36 分钟');
    expect(entryInWords({ points: 2, because: { ...because, kind: 'service', carriedBefore: -60 } }, 'en')).toBe(
      'Service of 2 h 10 min, first making up 1 h owed after a correction → points: 2',
    );
  });

  it('counts what went to a fund among what was earned', () => {
    expect(entryInWords({ points: 0, because: { ...because, kind: 'service', toFund: 2 } }, 'zh-Hant')).toBe(
      '服務 2 小時 10 分鐘 → 2 分，餘 10 分鐘',
    );
  });

  it.each(EntryReason.shape.kind.options)('of %s has words in every language, with no fact left open', (kind) => {
    for (const language of languages)
      for (const points of [5, -5]) {
        const words = entryInWords({ points, because: { ...because, kind, about: '陈*明' } }, language);
        expect(words).toMatch(/\S/);
        expect(words).not.toMatch(/[{}]|undefined/);
      }
  });
});
