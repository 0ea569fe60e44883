/** A count as it is published: `null` prints as `*`. */
export type Published = number | null;

/** Counts of a few people are not printed (house): from 1 to this. */
export const smallest = 7;
const isSmall = (count: number) => count >= 1 && count <= smallest;

/**
 * A column of counts, place by place, and its total, as they may be published. Small counts are kept back; then, from the smallest on, as many others as it
 * takes that the total less what is printed tells nothing: at least two places are kept back, and their sum leaves each of them room for any small count
 * and more. Where that cannot be had, or the total is small itself, the total is kept back too.
 */
export function publishedColumn(counts: readonly number[]): Readonly<{ cells: Published[]; total: Published }> {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = new Set([...counts.keys()].filter((place) => isSmall(counts[place] ?? 0)));
  const others = [...counts.keys()]
    .filter((place) => (counts[place] ?? 0) > smallest)
    .toSorted((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
  if (hidden.size > 0 && !isSmall(total)) {
    while (!hides(counts, hidden) && others.length > 0) hidden.add(others.shift() as number);
  }
  const showsTotal = !isSmall(total) && (hidden.size === 0 || hides(counts, hidden));
  return { cells: counts.map((count, place) => (hidden.has(place) ? null : count)), total: showsTotal ? total : null };
}

/** Whether the sum of what is kept back tells of none of it: each could be 1 to 8 at least, with the others at 1 or more. */
function hides(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  const rest = [...hidden].reduce((sum, place) => sum + (counts[place] ?? 0), 0);
  return hidden.size > 1 && rest >= hidden.size + smallest;
}
