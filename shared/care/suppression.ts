/** A count as it is published: `null` prints as `*`. */
export type Published = number | null;

/** Counts of a few people are not printed (house): from 1 to this. */
export const smallest = 7;
const isSmall = (count: number) => count >= 1 && count <= smallest;

export type PublishedColumn = Readonly<{ cells: Published[]; total: Published }>;

/** A column of counts, place by place, and its total, as they may be published by themselves. */
export function publishedColumn(counts: readonly number[]): PublishedColumn {
  return publishedGroup([counts])[0] as PublishedColumn;
}

/**
 * Columns of counts that bound one another (whoever recovered is among those who were counted), place by place, and their totals, as they may be published:
 * of a place all of them or none. Places with a small count are kept back; then, from the smallest on, as many others as it takes that the totals less what
 * is printed tell nothing: at least two places are kept back, and their sum leaves each of them room for any small count and more. Where that cannot be had,
 * or a total is small itself, the totals are kept back too.
 */
export function publishedGroup(columns: readonly (readonly number[])[]): PublishedColumn[] {
  const places = [...(columns[0] ?? []).keys()];
  const allOf = (place: number) => columns.reduce((sum, counts) => sum + (counts[place] ?? 0), 0);
  const hidden = new Set(places.filter((place) => columns.some((counts) => isSmall(counts[place] ?? 0))));
  const others = places
    .filter((place) => !hidden.has(place) && allOf(place) > 0)
    .toSorted((one, other) => allOf(one) - allOf(other) || one - other);
  const totals = columns.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const isSafe = () => hidden.size === 0 || columns.every((counts) => hides(counts, hidden));
  if (!totals.some(isSmall)) {
    while (!isSafe() && others.length > 0) hidden.add(others.shift() as number);
  }
  const showsTotals = !totals.some(isSmall) && isSafe();
  return columns.map((counts, column) => ({
    cells: counts.map((count, place) => (hidden.has(place) ? null : count)),
    total: showsTotals ? (totals[column] ?? 0) : null,
  }));
}

/** Whether the sum of what is kept back tells of none of it: each could be 1 to 8 at least, with the others at 1 or more; or all of it is nobody. */
function hides(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  const rest = [...hidden].reduce((sum, place) => sum + (counts[place] ?? 0), 0);
  return rest === 0 || (hidden.size > 1 && rest >= hidden.size + smallest);
}
