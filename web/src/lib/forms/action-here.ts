/** The address of an action of this page that keeps what the page was asked for: the street, the place in a list. */
export function actionHere(name: string, url: { searchParams: Iterable<[string, string]> }): string {
  const kept = [...url.searchParams].filter(([key]) => !key.startsWith('/') && key !== 'done');
  const query = new URLSearchParams(kept).toString();
  return query === '' ? `?/${name}` : `?/${name}&${query}`;
}
