/**
 * The address that opens a place in 高德地图, the map most people here have, or on its web page. It takes our WGS-84 as it is and
 * learns nothing but the meeting place.
 */
export function mapLink(place: Readonly<{ name: string; longitude: number; latitude: number }>): string {
  const query = new URLSearchParams({
    position: `${place.longitude},${place.latitude}`,
    name: place.name,
    coordinate: 'wgs84',
    src: 'kaifong',
    callnative: '1',
  });
  return `https://uri.amap.com/marker?${query}`;
}
