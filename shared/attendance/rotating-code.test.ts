import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptableSteps,
  checkInPath,
  readCode,
  spokenTag,
  stepAt,
  stepEndsAt,
  tagFrom,
  tagMessage,
} from './rotating-code.ts';

const shiftId = 'sft_01HZX5Y7Q2M3N4P5R6S7';

describe('the step of time', () => {
  it('changes every 30 seconds, and the one before is still taken', () => {
    const step = stepAt('2026-11-24T06:30:00.000Z');
    expect(stepAt('2026-11-24T06:30:29.999Z')).toBe(step);
    expect(stepAt('2026-11-24T06:30:30.000Z')).toBe(step + 1);
    expect(acceptableSteps('2026-11-24T06:30:30.000Z')).toEqual([step + 1, step]);
    expect(stepEndsAt(step)).toBe('2026-11-24T06:30:30.000Z');
  });

  it('makes a message of its own for every shift', () => {
    expect(tagMessage(shiftId, 7)).not.toBe(tagMessage(shiftId, 8));
    expect(tagMessage('sft_a', 7)).not.toBe(tagMessage('sft_b', 7));
  });
});

describe('the tag', () => {
  it('is the first 40 bits, 5 to a sign', () => {
    expect(tagFrom(Uint8Array.from([0, 0, 0, 0, 0]))).toBe('00000000');
    expect(tagFrom(Uint8Array.from([255, 255, 255, 255, 255, 1]))).toBe('ZZZZZZZZ');
    expect(tagFrom(Uint8Array.from([0b00001_000, 0b10_000110, 0, 0, 31]))).toBe('1230000Z');
    expect(() => tagFrom(Uint8Array.from([1, 2, 3, 4]))).toThrow(RangeError);
  });
});

describe('a code', () => {
  const tags = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(tagFrom);

  it('is read back from what the screen shows', () => {
    fc.assert(
      fc.property(tags, (tag) => {
        const path = checkInPath({ shiftId, tag });
        expect(readCode(path, shiftId)).toEqual({ ok: true, tag });
        expect(readCode(`https://kaifong.example${path}`, shiftId)).toEqual({ ok: true, tag });
        expect(readCode(spokenTag(tag).toLowerCase(), shiftId)).toEqual({ ok: true, tag });
      }),
    );
  });

  it('forgives the letters that Crockford left out', () => {
    expect(readCode('o1il 23ab', shiftId)).toEqual({ ok: true, tag: '011123AB' });
  });

  it('of another shift says so', () => {
    const text = checkInPath({ shiftId: 'sft_OTHER', tag: '0123ABCD' });
    expect(readCode(text, shiftId)).toEqual({ ok: false, reason: 'otherShift' });
  });

  it.each(['', '1234567', '123456789', '/check-in/sft_1?code=', 'https://example.org/', 'UUUUUUUU'])(
    'is not %s',
    (text) => {
      expect(readCode(text, shiftId)).toEqual({ ok: false, reason: 'wrongForm' });
    },
  );
});
