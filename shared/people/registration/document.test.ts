import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, checkDocument, dayOfTurning, makeSyntheticId } from './document.ts';

describe('a mainland number', () => {
  it.each([
    ['440103190001019982', '1900-01-01', 'female'],
    ['44010320040229990X', '2004-02-29', 'female'],
    ['440103201506019997', '2015-06-01', 'male'],
    ['830000190207159989', '1902-07-15', 'female'],
  ])('%s tells birth date and gender', (number, birthDate, gender) => {
    expect(checkDocument('mainlandId', number)).toEqual({ ok: true, number, birthDate, gender });
  });

  it('is accepted as an input method types it', () => {
    expect(checkDocument('mainlandId', ' ４４０１０３　２００４０２２９　９９０ｘ ')).toMatchObject({
      number: '44010320040229990X',
    });
  });

  it.each([
    ['440103190001019983', 'checkDigitWrong'],
    ['440103200302290001', 'birthDateImpossible'],
    ['440103200313010001', 'birthDateImpossible'],
    ['440103189912310001', 'birthDateImpossible'],
    ['440103190001', 'wrongForm'],
    ['X40103190001019982', 'wrongForm'],
    ['', 'wrongForm'],
  ])('%s is refused: %s', (number, reason) => {
    expect(checkDocument('mainlandId', number)).toEqual({ ok: false, reason });
  });

  it('of somebody not yet born is refused when the day is known', () => {
    expect(checkDocument('mainlandId', '440103201506019997', '2015-05-31')).toEqual({
      ok: false,
      reason: 'bornInFuture',
    });
    expect(checkDocument('mainlandId', '440103201506019997', '2015-06-01')).toMatchObject({ ok: true });
  });

  const synthetic = fc
    .record({
      areaCode: fc.constantFrom('440103', '810000', '110228'),
      birthDate: fc
        .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      sequence: fc.integer({ min: 0, max: 999 }),
    })
    .map((parts) => ({ ...parts, number: makeSyntheticId(parts) }));

  it('made for the demo always passes, with its own birth date and gender', () => {
    fc.assert(
      fc.property(synthetic, ({ number, birthDate, sequence }) => {
        const gender = sequence % 2 === 1 ? 'male' : 'female';
        expect(checkDocument('mainlandId', number)).toEqual({ ok: true, number, birthDate, gender });
      }),
    );
  });

  it('with one digit mistyped, or two neighbours swapped, never passes', () => {
    const place = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(synthetic, place, fc.integer({ min: 1, max: 9 }), ({ number }, at, step) => {
        const digits = [...number];
        digits[at] = String((Number(digits[at]) + step) % 10);
        expect(checkDocument('mainlandId', digits.join('')).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(synthetic, fc.integer({ min: 0, max: 15 }), ({ number }, at) => {
        const digits = [...number];
        [digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? ''];
        fc.pre(digits.join('') !== number);
        expect(checkDocument('mainlandId', digits.join('')).ok).toBe(false);
      }),
    );
  });

  it('is not made of parts that make no number', () => {
    expect(() => makeSyntheticId({ birthDate: '2003-02-29', sequence: 1 })).toThrow(RangeError);
    expect(() => makeSyntheticId({ birthDate: '2003-02-28', sequence: 1000 })).toThrow(RangeError);
    expect(() => makeSyntheticId({ areaCode: '44', birthDate: '2003-02-28', sequence: 1 })).toThrow(RangeError);
  });
});

describe('other documents', () => {
  it.each([
    ['homeReturnPermit', 'h12345678', 'H12345678'],
    ['homeReturnPermit', 'M1234567800', 'M1234567800'],
    ['taiwanPermit', '１２３４５６７８', '12345678'],
    ['chinesePassport', 'EA1234567', 'EA1234567'],
    ['chinesePassport', 'G12345678', 'G12345678'],
    ['foreignPassport', 'c01x00t47', 'C01X00T47'],
  ] as const)('%s %s is stored as %s, without birth date or gender', (kind, text, number) => {
    expect(checkDocument(kind, text)).toEqual({ ok: true, number });
  });

  it.each([
    ['homeReturnPermit', 'K12345678'],
    ['homeReturnPermit', 'H123456789'],
    ['taiwanPermit', '1234567'],
    ['chinesePassport', 'A12345678'],
    ['foreignPassport', 'AB12'],
    ['foreignPassport', 'ABC-12345'],
  ] as const)('%s refuses %s', (kind, text) => {
    expect(checkDocument(kind, text)).toEqual({ ok: false, reason: 'wrongForm' });
  });
});

describe('age', () => {
  it.each([
    ['2008-11-24', '2026-11-23', 17],
    ['2008-11-24', '2026-11-24', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-24', '2026-11-23', -1],
  ])('of one born %s is on %s: %i', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });

  it('of eighteen is reached on the day that `ageOn` says', () => {
    expect(dayOfTurning(18, '2008-11-24')).toBe('2026-11-24');
    expect(dayOfTurning(18, '2008-02-29')).toBe('2026-03-01');
    expect(dayOfTurning(20, '2008-02-29')).toBe('2028-02-29');
  });
});
