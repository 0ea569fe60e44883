import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAttributes, toAttributes } from './attribute-values.ts';

/** What a row may hold, in any depth. A field named like the prototype is not one that a schema of ours has. */
const name = fc.string().filter((text) => text !== '__proto__');
const { row } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc
      .double({ noNaN: true, min: -1e125, max: 1e125 })
      .filter((value) => Math.abs(value) > 1e-130 || Object.is(value, 0)),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    tie('row'),
  ),
  row: fc.dictionary(name, tie('value'), { noNullPrototype: true }),
})) as { row: fc.Arbitrary<Record<string, unknown>> };

/** Whether the SDK reads all numbers back as numbers: whole ones that are not exact come as big integers, and it writes no exponents. */
function areExact(values: unknown): boolean {
  if (typeof values === 'number')
    return !String(values).includes('e') && (!Number.isInteger(values) || Number.isSafeInteger(values));
  return typeof values !== 'object' || values === null || Object.values(values).every(areExact);
}

describe('the values of a row', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(row, (values) => {
        expect(fromAttributes(toAttributes(values))).toEqual(values);
      }),
    );
  });

  it('are nothing where they are nearer to nothing than the engine can tell, and never too large for it', () => {
    expect(toAttributes({ longitude: -2.5e-323, latitude: 5e-131 })).toEqual({
      longitude: { N: '0' },
      latitude: { N: '0' },
    });
    for (const count of [1e126, -Infinity, Number.NaN]) expect(() => toAttributes({ count })).toThrow(TypeError);
  });

  it('are stored as the SDK would store them', () => {
    fc.assert(
      fc.property(row.filter(areExact), (values) => {
        expect(unmarshall(toAttributes(values))).toEqual(values);
        expect(toAttributes(values)).toEqual(marshall(values));
      }),
    );
  });

  it('leave out what is undefined', () => {
    expect(toAttributes({ here: 'a', gone: undefined })).toEqual({ here: { S: 'a' } });
  });

  it.each([[new Date(0)], [new Set(['a'])], [Number.NaN], [10n], [undefined], [() => 1]])(
    'cannot be %s, which would not come back',
    (value) => {
      expect(() => toAttributes({ list: [value] })).toThrow(TypeError);
    },
  );

  it('cannot be bytes or sets', () => {
    expect(() => fromAttributes({ photo: { B: new Uint8Array(1) } })).toThrow('B');
    expect(() => fromAttributes({ names: { SS: ['a'] } })).toThrow('SS');
  });
});
