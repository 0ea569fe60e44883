import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Answers,
  type InstrumentName,
  instruments,
  score,
  scoreGad2,
  scoreGad7,
  scoreK6,
  scorePhq2,
  scorePhq9,
  scoreWho5,
} from './instruments.ts';

/** Answers to so many items that add up to `total`. */
function answersOf(total: number, items: number, highest: number): number[] {
  return Array.from({ length: items }, (_, item) => Math.min(highest, Math.max(0, total - item * highest)));
}

describe('the bands', () => {
  it.each([
    ['phq2', 2, 'negative'],
    ['phq2', 3, 'positive'],
    ['gad2', 2, 'negative'],
    ['gad2', 3, 'positive'],
    ['phq9', 4, 'minimal'],
    ['phq9', 5, 'mild'],
    ['phq9', 9, 'mild'],
    ['phq9', 10, 'moderate'],
    ['phq9', 14, 'moderate'],
    ['phq9', 15, 'moderatelySevere'],
    ['phq9', 19, 'moderatelySevere'],
    ['phq9', 20, 'severe'],
    ['phq9', 27, 'severe'],
    ['gad7', 4, 'minimal'],
    ['gad7', 5, 'mild'],
    ['gad7', 10, 'moderate'],
    ['gad7', 15, 'severe'],
    ['gad7', 21, 'severe'],
    ['k6', 4, 'low'],
    ['k6', 5, 'moderate'],
    ['k6', 12, 'moderate'],
    ['k6', 13, 'serious'],
    ['k6', 24, 'serious'],
  ] as const)('of %s put %i into %s', (name, total, band) => {
    const { items, highestAnswer, version } = instruments[name];
    expect(score(name, answersOf(total, items, highestAnswer))).toEqual({ version, total, band });
  });

  it.each([
    [7, 28, 'veryLow', true],
    [8, 32, 'low', false],
    [12, 48, 'low', false],
    [13, 52, 'fair', false],
    [25, 100, 'fair', false],
  ])('of WHO-5 put a raw %i, four times that, %i, into %s', (raw, total, band, goesOnToPhq9) => {
    expect(scoreWho5(answersOf(raw, 5, 5))).toEqual({ version: 1, total, band, goesOnToPhq9 });
  });
});

describe('PHQ-9', () => {
  it('goes on to the Columbia screener for any ninth answer above 0, whatever the total', () => {
    expect(scorePhq9([0, 0, 0, 0, 0, 0, 0, 0, 1])).toMatchObject({ band: 'minimal', goesOnToCssrs: true });
    expect(scorePhq9([3, 3, 3, 3, 3, 3, 3, 3, 0])).toMatchObject({ band: 'severe', goesOnToCssrs: false });
  });
});

describe('scoring', () => {
  it('refuses what is missing or out of range, and guesses nothing', () => {
    expect(() => scorePhq2([1])).toThrow(RangeError);
    expect(() => scorePhq2([1, 4])).toThrow(RangeError);
    expect(() => scoreGad2([1, -1])).toThrow(RangeError);
    expect(() => scoreGad7([0, 0, 0, 0, 0, 0, 0.5])).toThrow(RangeError);
    expect(() => scoreK6([0, 0, 0, 0, 0, 5])).toThrow(RangeError);
  });

  const names = Object.keys(instruments) as InstrumentName[];

  it('takes exactly what the schema takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 10 }),
        (name, answers) => {
          if (Answers(name).safeParse(answers).success) expect(() => score(name, answers)).not.toThrow();
          else expect(() => score(name, answers)).toThrow(RangeError);
        },
      ),
    );
  });
});
