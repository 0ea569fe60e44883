import { describe, expect, it } from 'vitest';
import { toProblem } from './problem.ts';

describe('toProblem', () => {
  it('reads problem+json', () => {
    const fields = [{ path: 'mobile', message: '请填写 11 位手机号码。' }];
    const body = {
      type: 'about:blank',
      title: 'x',
      status: 422,
      code: 'platform.invalidInput',
      detail: '请改一下。',
      fields,
    };
    expect(toProblem(422, body, '出错了')).toEqual({
      status: 422,
      code: 'platform.invalidInput',
      detail: '请改一下。',
      fields,
    });
  });

  it.each([undefined, null, 'Bad Gateway', [], { detail: 7, fields: [{ path: 1 }] }])('makes do with %j', (body) => {
    expect(toProblem(502, body, '出错了')).toEqual({
      status: 502,
      code: 'site.unreadableAnswer',
      detail: '出错了',
      fields: [],
    });
  });
});
