import { expect, it } from 'vitest';
import { tallyOf } from './tally.ts';

it('the people of a shift are counted by state', () => {
  const people = [{ state: 'left' }, { state: 'left' }, { state: 'here' }, { state: 'confirmed' }] as const;
  expect(tallyOf(people)).toEqual({ expected: 0, here: 1, left: 2, confirmed: 1 });
});
