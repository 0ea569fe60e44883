/** The place in a list that the address asks for, as `Pagination` writes it and the API takes it. */
export function pageQuery(url: Pick<URL, 'searchParams'>): { cursor?: string } {
  const cursor = url.searchParams.get('cursor');
  return cursor ? { cursor } : {};
}
