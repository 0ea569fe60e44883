import { expect, it } from 'vitest';
import { tallyOf, waitingIn } from './tally.ts';

it('counts who is expected, here, gone and confirmed, and who came without being confirmed', () => {
  const tally = tallyOf([{ state: 'here' }, { state: 'left' }, { state: 'left' }, { state: 'confirmed' }]);
  expect(tally).toEqual({ expected: 0, here: 1, left: 2, confirmed: 1 });
  expect(waitingIn(tally)).toBe(3);
});
