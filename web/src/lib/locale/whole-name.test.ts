import { expect, it } from 'vitest';
import { wholeName } from './whole-name.ts';

it('a name that fits a line does not break inside, and a longer one is left alone', () => {
  expect(wholeName('平安队')).toBe('平\u2060安\u2060队');
  expect(wholeName('恩宁东社区平安巡逻骑行队')).toBe('恩宁东社区平安巡逻骑行队');
});
