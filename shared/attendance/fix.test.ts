import { describe, expect, it } from 'vitest';
import { judgeFix } from './fix.ts';

const place = { longitude: 113.2385, latitude: 23.1205 };
/** So many metres north of the place. */
const fix = (metres: number, accuracyMetres: number) => ({
  ...place,
  latitude: place.latitude + metres / 111_195,
  accuracyMetres,
});

describe('what a phone says of where it is', () => {
  it('is near within half a kilometre, and far only when the phone is sure of it', () => {
    expect(judgeFix(fix(0, 10), place)).toEqual({ verdict: 'near', metres: 0 });
    expect(judgeFix(fix(500, 10), place)).toMatchObject({ verdict: 'near' });
    expect(judgeFix(fix(600, 150), place)).toMatchObject({ verdict: 'near' });
    expect(judgeFix(fix(700, 150), place)).toEqual({ verdict: 'far', metres: 700 });
  });

  it('of 2 km accuracy says nothing, wherever it lies', () => {
    expect(judgeFix(fix(0, 2000), place).verdict).toBe('vague');
    expect(judgeFix(fix(50_000, 2000), place).verdict).toBe('vague');
  });
});
