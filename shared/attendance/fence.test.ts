import { describe, expect, it } from 'vitest';
import { gcj02From } from '../kernel/gcj02.ts';
import { coarse, decideFence } from './fence.ts';

const middle = { longitude: 113.2385, latitude: 23.1205 };
const place = { ...middle, fenceMetres: 200 };
/** So many metres north of the place. */
const fix = (metres: number, accuracyMetres: number) => ({
  ...middle,
  latitude: middle.latitude + metres / 111_195,
  accuracyMetres,
});

describe('a fence of 200 m', () => {
  it.each([
    [0, 10, 'inside'],
    [200, 0, 'inside'],
    [201, 0, 'outside'],
    [290, 100, 'inside'],
    [310, 100, 'outside'],
    [390, 200, 'inside'],
    [0, 201, 'vague'],
    [50_000, 2_000, 'vague'],
  ])('finds a fix at %i m, give or take %i, %s', (metres, accuracy, kind) => {
    expect(decideFence(fix(metres, accuracy), place).kind).toBe(kind);
  });

  it('tells the two systems apart: the same phone is at the place in GCJ-02, and 620 m away if it were WGS-84', () => {
    const shifted = { ...gcj02From(middle), accuracyMetres: 10 };
    expect(decideFence({ ...shifted, system: 'gcj02' }, place)).toEqual({ kind: 'inside', metres: 0 });
    const mixed = decideFence({ ...shifted, system: 'wgs84' }, place);
    expect(mixed).toMatchObject({ kind: 'outside' });
    expect(mixed.kind === 'outside' && Math.abs(mixed.metres - 622)).toBeLessThan(10);
  });
});

it('keeps of a fix a hundred metres, in WGS-84 whatever it came in', () => {
  const somewhere = { longitude: 113.2387, latitude: 23.1207 };
  expect(coarse({ ...gcj02From(somewhere), system: 'gcj02', accuracyMetres: 5 })).toEqual({
    longitude: 113.239,
    latitude: 23.121,
  });
});
