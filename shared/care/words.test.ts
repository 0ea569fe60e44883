import { describe, expect, it } from 'vitest';
import { dangerQuestion, phq2 } from './instruments/phq2.ts';
import { topics } from './topics.ts';
import { careNotice, clinicalWords, namesAnIllness } from './words.ts';

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

describe('a note', () => {
  it.each(['她像是抑郁症', '可能是雙相', 'signs of bipolar', 'She has PTSD.', 'Diagnosed last year'])(
    'names an illness: %s',
    (text) => expect(namesAnIllness(text)).toBe(true),
  );

  it.each([
    '她说：“医生说我是抑郁症。”',
    '她說「醫生說我是抑鬱症」',
    'She said "they call it bipolar"',
    ...Object.values(careNotice),
    '近来情绪低落，睡不好，建议就医',
    'the ocdensburg road',
  ])('names none of its own: %s', (text) => expect(namesAnIllness(text)).toBe(false));

  it('is judged by what stands outside the quotation marks', () => {
    expect(namesAnIllness('她说“很累”，我看是焦虑症')).toBe(true);
  });
});
