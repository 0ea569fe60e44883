import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CssrsAnswers, nextCssrsQuestion, scoreCssrs } from './cssrs.ts';

const no = { q1: false, q2: false, q6: 'never' } as const;

describe('the Columbia screener', () => {
  it.each([
    ['all no', no, 'none'],
    ['the wish to be dead', { ...no, q1: true }, 'low'],
    ['thoughts', { ...no, q2: true, q3: false, q4: false, q5: false }, 'low'],
    ['a method', { ...no, q2: true, q3: true, q4: false, q5: false }, 'moderate'],
    ['intent', { ...no, q2: true, q3: false, q4: true, q5: false }, 'high'],
    ['a plan', { ...no, q2: true, q3: false, q4: false, q5: true }, 'high'],
    ['behaviour earlier in life', { ...no, q6: 'lifetime' }, 'moderate'],
    ['behaviour in the last three months', { ...no, q6: 'lastThreeMonths' }, 'high'],
  ] as const)('with %s', (_case, answers, risk) => {
    expect(scoreCssrs(answers)).toEqual({ risk, complete: true });
  });

  it('passes over Q3 to Q5 when there are no thoughts', () => {
    expect(nextCssrsQuestion({})).toBe('q1');
    expect(nextCssrsQuestion({ q1: true, q2: false })).toBe('q6');
    expect(nextCssrsQuestion({ q1: true, q2: true })).toBe('q3');
    expect(nextCssrsQuestion(no)).toBeUndefined();
  });

  it('left half way still tells a high risk', () => {
    expect(scoreCssrs({ q1: true, q2: true, q4: true })).toEqual({ risk: 'high', complete: false });
    expect(scoreCssrs({})).toEqual({ risk: 'none', complete: false });
  });

  it('never shows less risk for one more yes', () => {
    const levels = ['none', 'low', 'moderate', 'high'];
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const screeners = fc.record({
      q1: flag,
      q2: flag,
      q3: flag,
      q4: flag,
      q5: flag,
      q6: fc.option(fc.constantFrom('never', 'lifetime', 'lastThreeMonths' as const), { nil: undefined }),
    });
    fc.assert(
      fc.property(screeners, fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5'), (answers, question) => {
        const before = levels.indexOf(scoreCssrs(CssrsAnswers.parse(answers)).risk);
        const after = levels.indexOf(scoreCssrs(CssrsAnswers.parse({ ...answers, [question]: true })).risk);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
