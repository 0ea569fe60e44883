import { describe, expect, it } from 'vitest';
import { isWithin, kindOf, Scope } from './scope.ts';
import { district, streetAt, streets } from './streets.ts';

describe('the streets of Liwan', () => {
  it('are 22, numbered without a gap from 沙面 to 中南', () => {
    expect(streets.map(({ code }) => code)).toEqual(
      Array.from({ length: 22 }, (_, index) => `440103${String(index + 1).padStart(3, '0')}`),
    );
    expect(streets.at(0)?.name['zh-Hans']).toBe('沙面街道');
    expect(streets.at(-1)?.name['zh-Hans']).toBe('中南街道');
  });

  it('lie in the district, on the tree as on the map', () => {
    for (const { scope, centre } of streets) {
      expect(Scope.parse(scope)).toBe(scope);
      expect(kindOf(scope)).toBe('street');
      expect(isWithin(scope, district.scope)).toBe(true);
      expect(centre.lng).toBeGreaterThan(113.15);
      expect(centre.lng).toBeLessThan(113.28);
      expect(centre.lat).toBeGreaterThan(23.03);
      expect(centre.lat).toBeLessThan(23.17);
    }
  });

  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)('have names of their own in %s', (language) => {
    expect(new Set(streets.map(({ name }) => name[language])).size).toBe(22);
  });

  it('are found by scope and by code', () => {
    expect(streetAt('440103/015')?.name['zh-Hant']).toBe('沖口街道');
    expect(streetAt('440103015')?.name.en).toBe('Chongkou Subdistrict');
    expect(streetAt('440103/023')).toBeUndefined();
  });
});
