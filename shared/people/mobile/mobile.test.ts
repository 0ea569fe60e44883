import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMobile } from './mobile.ts';

describe('a mobile number', () => {
  it.each([
    ['13800008000', '+8613800008000'],
    ['+86 138-0000-8000', '+8613800008000'],
    ['0086 138 0000 8000', '+8613800008000'],
    ['8613800008000', '+8613800008000'],
    ['（＋８６）１３８００００８０００', '+8613800008000'],
    ['9123 4567', '+85291234567'],
    ['+852 6123 4567', '+85261234567'],
    ['852 9123 4567', '+85291234567'],
    ['+853 6612 3456', '+85366123456'],
  ])('%s is read as %s', (text, e164) => {
    expect(parseMobile(text)).toMatchObject({ ok: true, e164 });
  });

  it('of eight digits beginning with 6 could be of Hong Kong or Macao, and says so', () => {
    expect(parseMobile('66123456')).toEqual({ ok: false, reason: 'regionUnclear' });
  });

  it.each([
    ['12800008000', 'wrongForm'],
    ['1380000800', 'wrongForm'],
    ['138000080000', 'wrongForm'],
    ['+86 21 6123 4567', 'wrongForm'],
    ['+852 2123 4567', 'wrongForm'],
    ['+1 415 555 0100', 'regionUnsupported'],
    ['abc', 'wrongForm'],
    ['', 'wrongForm'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseMobile(text)).toEqual({ ok: false, reason });
  });

  it('in its stored form is read as itself, whatever spaces are put in', () => {
    const stored = fc.oneof(
      fc.stringMatching(/^1[3-9]\d{9}$/).map((national) => `+86${national}`),
      fc.stringMatching(/^[4-9]\d{7}$/).map((national) => `+852${national}`),
      fc.stringMatching(/^6\d{7}$/).map((national) => `+853${national}`),
    );
    fc.assert(
      fc.property(stored, fc.integer({ min: 0, max: 12 }), (e164, at) => {
        expect(parseMobile(`${e164.slice(0, at)} ${e164.slice(at)}`)).toMatchObject({ ok: true, e164 });
      }),
    );
  });
});
