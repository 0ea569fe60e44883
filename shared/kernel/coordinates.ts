/** A point on the earth, in degrees of WGS-84. */
export type Point = Readonly<{ longitude: number; latitude: number }>;

const earthRadiusMetres = 6_371_000;

/** The great circle between two points (haversine), in metres. */
export function metresBetween(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const share = half(one.latitude, other.latitude) + across * half(one.longitude, other.longitude);
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(share));
}
