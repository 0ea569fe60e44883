import { describe, expect, it } from 'vitest';
import { fitting } from './fitting.ts';

const streets = [
  { value: '1', label: '金花街道', hint: 'Jinhua' },
  { value: '2', label: '花地街道', hint: 'Huadi' },
  { value: '3', label: '沙面街道', hint: 'Shamian' },
];
const found = (typed: string) => fitting(streets, typed).map(({ value }) => value);

describe('what fits what was typed', () => {
  it('is everything while nothing was typed', () => {
    expect(found('')).toEqual(['1', '2', '3']);
    expect(found('  ')).toEqual(['1', '2', '3']);
  });

  it('has it anywhere in its label or hint, in any case and width', () => {
    expect(found('花')).toEqual(['1', '2']);
    expect(found('SHA')).toEqual(['3']);
    expect(found('ｊｉｎ')).toEqual(['1']);
  });

  it('has every word of it', () => {
    expect(found('街道 huadi')).toEqual(['2']);
    expect(found('街道 nobody')).toEqual([]);
  });
});
