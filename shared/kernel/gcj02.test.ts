import { expect, it } from 'vitest';
import { metresBetween } from './coordinates.ts';
import { gcj02From, wgs84From } from './gcj02.ts';

const longjin = { longitude: 113.2385, latitude: 23.1205 };

it('lies some 550 m east and 295 m south in Liwan', () => {
  const { longitude, latitude } = gcj02From(longjin);
  const east = metresBetween(longjin, { ...longjin, longitude });
  const south = metresBetween(longjin, { ...longjin, latitude });
  expect([longitude > longjin.longitude, latitude < longjin.latitude]).toEqual([true, true]);
  expect(Math.abs(east - 550)).toBeLessThan(10);
  expect(Math.abs(south - 295)).toBeLessThan(10);
});

it('gives what maps publish for the middle of Beijing', () => {
  const { longitude, latitude } = gcj02From({ longitude: 116.404, latitude: 39.915 });
  expect(longitude).toBeCloseTo(116.410_24, 4);
  expect(latitude).toBeCloseTo(39.916_4, 4);
});

it.each([longjin, { longitude: 113.198, latitude: 23.0795 }, { longitude: 121.4737, latitude: 31.2304 }])(
  'comes back to within a centimetre',
  (point) => {
    expect(metresBetween(wgs84From(gcj02From(point)), point)).toBeLessThan(0.01);
  },
);
