import { describe, expect, it } from 'vitest';
import { mapLink } from './map-link.ts';

describe('the way to a meeting place', () => {
  it('says longitude first and that the coordinates are WGS-84', () => {
    const link = new URL(mapLink({ name: '逢源街党群服务站', longitude: 113.2385, latitude: 23.1205 }));
    expect(link.searchParams.get('position')).toBe('113.2385,23.1205');
    expect(link.searchParams.get('coordinate')).toBe('wgs84');
    expect(link.searchParams.get('name')).toBe('逢源街党群服务站');
  });
});
