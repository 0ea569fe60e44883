import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from './credit-code.ts';

const valid = ['51440103MJK000014A', '52440103MJL000024E', '11440103MB0000043A'];

describe('a unified social credit code', () => {
  it.each(valid)('%s is valid', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, code });
  });

  it('is accepted in lower case, with spaces and full-width signs', () => {
    expect(checkCreditCode('51440103 mjk０00014a')).toEqual({ ok: true, code: '51440103MJK000014A' });
  });

  it.each(['', '51440103MJK00001', '51440103MJI000014A', '51440103MJK000014AA'])('%s has the wrong form', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason: 'wrongForm' });
  });

  it('with one sign changed is never valid', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.integer({ min: 0, max: 17 }), sign, (code, at, other) => {
        fc.pre(code[at] !== other);
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(checkCreditCode(changed)).toEqual({ ok: false, reason: 'checkDigitWrong' });
      }),
    );
  });
});
