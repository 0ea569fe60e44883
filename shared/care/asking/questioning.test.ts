import { describe, expect, it } from 'vitest';
import { cssrsWords } from '../instruments/cssrs-words.ts';
import { instrumentNames, instruments } from '../instruments/instruments.ts';
import { questionnaires } from '../instruments/questionnaires.ts';
import { clinicalWords } from '../words.ts';
import { answersHold, chosenToAsk, nextToAsk, owesCssrs, type SoFar, together } from './questioning.ts';

const calm: SoFar = { phq2: [0, 1], gad2: [1, 0] };

describe('what is asked next', () => {
  it.each<[string, SoFar, string | undefined, number[]]>([
    ['nothing was said', {}, 'phq2', [0, 1]],
    ['a short form was left half way', { phq2: [2, null] }, 'phq2', [1]],
    ['low mood', { phq2: [1, 2] }, 'phq9', [2, 3, 4, 5, 6, 7, 8]],
    ['PHQ-9 was left half way', { phq2: [2, 2], phq9: [2, 2, 1, null, 0, null, 0, 0, 0] }, 'phq9', [3, 5]],
    ['well-being is very low', { ...calm, who5: [1, 1, 2, 2, 1] }, 'phq9', [2, 3, 4, 5, 6, 7, 8]],
    ['well-being is not so low', { ...calm, who5: [2, 2, 2, 1, 1] }, undefined, []],
    ['calm so far', { phq2: [0, 0] }, 'gad2', [0, 1]],
    ['worries', { phq2: [0, 0], gad2: [3, 0] }, 'gad7', [2, 3, 4, 5, 6]],
    ['all that is needed was asked', calm, undefined, []],
    ['what was chosen besides was left half way', { ...calm, k6: [1, null, 1, 1, 1, null] }, 'k6', [1, 5]],
  ])('%s', (_case, soFar, instrument, items) => {
    expect(nextToAsk(soFar)).toEqual(instrument && { instrument, items });
  });

  it.each<[string, SoFar, number[]]>([
    ['at once, before the rest of PHQ-9', { phq9: [0, 0, null, null, null, null, null, null, 1] }, [0, 1]],
    ['to its end', { ...calm, phq9: [0, 0, 0, 0, 0, 0, 0, 0, 1], cssrs: { q1: true, q2: true } }, [2, 3, 4, 5]],
    ['past three questions after a no', { ...calm, cssrs: { q1: false, q2: false } }, [5]],
  ])('the Columbia screener: %s', (_case, soFar, items) => {
    expect(nextToAsk(soFar)).toEqual({ instrument: 'cssrs', items });
  });

  it('a zero in the ninth item owes nothing, and one owes all of it whatever the total', () => {
    expect(owesCssrs({ phq9: [3, 3, 3, 3, 3, 3, 3, 3, 0] })).toBe(false);
    expect(owesCssrs({ phq9: [0, 0, 0, 0, 0, 0, 0, 0, 1] })).toBe(true);
    expect(owesCssrs({ phq9: [0, 0, 0, 0, 0, 0, 0, 0, 1], cssrs: { q1: false, q2: false, q6: 'never' } })).toBe(false);
  });

  it('what is chosen is gone on with, or asked anew when it was complete', () => {
    expect(chosenToAsk('phq2', calm)).toEqual({ instrument: 'phq2', items: [0, 1], anew: true });
    expect(chosenToAsk('k6', { k6: [1, null, 1, 1, 1, 1] }).items).toEqual([1]);
    expect(chosenToAsk('phq9', calm).items).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(chosenToAsk('cssrs', { cssrs: { q1: false, q2: false, q6: 'never' } }).items).toEqual([0, 1]);
  });
});

describe('answers together', () => {
  it('fill up what was left open, the short form’s among them', () => {
    const sent = { phq9: [null, null, 1, 1, 1, 1, 1, 1, 0] };
    expect(together({ phq2: [2, 1] }, sent)).toEqual({ phq9: [2, 1, 1, 1, 1, 1, 1, 1, 0] });
    expect(together({ cssrs: { q1: true } }, { cssrs: { q2: false } })).toEqual({ cssrs: { q1: true, q2: false } });
  });

  it('correct what was said', () => {
    expect(together({ gad2: [3, 3] }, { gad2: [0, null] })).toEqual({ gad2: [0, 3] });
  });

  it('hold for seven days', () => {
    expect(answersHold('2026-11-20T01:00:00.000Z', '2026-11-27T00:59:59.000Z')).toBe(true);
    expect(answersHold('2026-11-20T01:00:00.000Z', '2026-11-27T01:00:00.000Z')).toBe(false);
  });
});

describe('the words of the questionnaires', () => {
  it.each(instrumentNames)('%s has all items and answers in three languages, with source and licence', (name) => {
    const { items, answers, lead, source, licence } = questionnaires[name];
    expect(items).toHaveLength(instruments[name].items);
    expect(answers).toHaveLength(instruments[name].highestAnswer + 1);
    expect([source.length > 20, licence.length > 20]).toEqual([true, true]);
    for (const text of [lead, ...items, ...answers]) {
      expect(Object.values(text).every((words) => words.length > 0)).toBe(true);
      expect(JSON.stringify(text)).not.toMatch(clinicalWords);
    }
  });

  it('the Columbia screener has six questions in order', () => {
    expect(cssrsWords.items.map(({ name }) => name)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
  });
});
