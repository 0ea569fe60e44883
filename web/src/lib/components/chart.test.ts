import { describe, expect, it } from 'vitest';
import { axisTop, labelStep } from './chart.ts';

describe('the top of an axis', () => {
  it.each([
    [[], 1],
    [[0, 0], 1],
    [[0.4], 1],
    [[4, 2], 5],
    [[7], 10],
    [[10], 10],
    [[11], 20],
    [[250], 300],
    [[999], 1000],
  ])('of %j is %i', (values, top) => {
    expect(axisTop(values)).toBe(top);
  });
});

describe('labels', () => {
  it('are all written while there is room, and then every second or third', () => {
    expect(labelStep(6, 6)).toBe(1);
    expect(labelStep(12, 6)).toBe(2);
    expect(labelStep(13, 6)).toBe(3);
    expect(labelStep(0, 6)).toBe(1);
  });
});
