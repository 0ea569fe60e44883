import { describe, expect, it } from 'vitest';
import { careNotice } from '../words.ts';
import { givesAway } from './discussion.ts';

describe('what a discussion gives away', () => {
  it.each([
    ['晨曦说她很累', 'alias'],
    ['可以打 138 0013 8000 找她', 'number'],
    ['微信 13800138000', 'number'],
    ['住在宝华路12号', 'address'],
    ['寶華路 12 號三樓', 'address'],
    ['他们家在 3 栋 502 室', 'address'],
    ['lives at 12 Baohua Road', 'address'],
    ['我觉得是抑郁症', 'illness'],
  ])('%s: %s', (text, what) => expect(givesAway(text, '晨曦')).toBe(what));

  it.each([
    '她说：“医生说我是抑郁症。”，我不知道怎么接',
    '谈过 3 次，最近 2 周睡得少，60 岁上下',
    '住得离家人很远，街坊常来看她',
    `建议就医以后她有点怕：${careNotice['zh-Hans']}`,
  ])('nothing: %s', (text) => expect(givesAway(text, '晨曦')).toBeUndefined());

  it('looks for no alias of one letter', () => {
    expect(givesAway('她明天再来', '明')).toBeUndefined();
  });
});
