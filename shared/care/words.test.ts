import { describe, expect, it } from 'vitest';
import { dangerQuestion, phq2 } from './phq2.ts';
import { topics } from './topics.ts';
import { careNotice, clinicalWords } from './words.ts';

describe('what a resident reads', () => {
  it('uses no clinical word', () => {
    expect(JSON.stringify([phq2, dangerQuestion, topics])).not.toMatch(clinicalWords);
  });

  it('but for the notice that this is none', () => {
    expect(careNotice['zh-Hans']).toMatch(clinicalWords);
    expect(careNotice['zh-Hant']).toMatch(clinicalWords);
  });

  it('has two items and four answers in each language', () => {
    expect([phq2.items.length, phq2.answers.length]).toEqual([2, 4]);
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const labels = Object.values(topics).map((text) => text[language]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
