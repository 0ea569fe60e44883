import type { Point } from './coordinates.ts';

/*
 * GCJ-02 is what Chinese maps, WeChat and many phones give: WGS-84 shifted by some hundred metres, by a formula that is not official
 * but published, and right to a few centimetres in the mainland. In Liwan it lies about 550 m east and 295 m south.
 */

/** Krasovsky 1940, which the formula reckons with: half the long axis in metres, and the square of the eccentricity. */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Where a WGS-84 point lies in GCJ-02. */
export function gcj02From({ longitude, latitude }: Point): Point {
  const [x, y] = [longitude - 105, latitude - 35];
  const wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const waves = (along: number, second: number, third: number, [slow, slower]: readonly [number, number]) =>
    ((20 * Math.sin(along * Math.PI) + 40 * Math.sin((along / 3) * Math.PI)) * 2) / 3 +
    ((second * Math.sin((along / slow) * Math.PI) + third * Math.sin((along / slower) * Math.PI)) * 2) / 3;
  const root = Math.sqrt(Math.abs(x));
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave + waves(y, 160, 320, [12, 30]);
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave + waves(x, 150, 300, [12, 30]);
  const flat = 1 - eccentricity * Math.sin(radians(latitude)) ** 2;
  const metresPerRadianNorth = (axis * (1 - eccentricity)) / flat ** 1.5;
  const metresPerRadianEast = (axis / Math.sqrt(flat)) * Math.cos(radians(latitude));
  return {
    longitude: longitude + (east * 180) / (metresPerRadianEast * Math.PI),
    latitude: latitude + (north * 180) / (metresPerRadianNorth * Math.PI),
  };
}

/** Where a GCJ-02 point lies in WGS-84, to less than a centimetre of the formula: the shift is undone until nothing is left of it. */
export function wgs84From(point: Point): Point {
  let guess = point;
  for (let round = 0; round < 4; round += 1) {
    const there = gcj02From(guess);
    guess = {
      longitude: guess.longitude + point.longitude - there.longitude,
      latitude: guess.latitude + point.latitude - there.latitude,
    };
  }
  return guess;
}
