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
 * of a place all of them or none. Places with a small count are kept back, and no others. The totals are printed where what they leave for the places that
 * were kept back tells nothing of any of them, even to one who knows this rule: each could still be every number from 1 to 7.
 */
export function publishedGroup(columns: readonly (readonly number[])[]): PublishedColumn[] {
  const places = [...(columns[0] ?? []).keys()];
  const kept = new Set(places.filter((place) => columns.some((counts) => isSmall(counts[place] ?? 0))));
  const totals = columns.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const showsTotals =
    !totals.some(isSmall) && columns.every((counts) => isOpen([...kept].map((at) => counts[at] ?? 0)));
  return columns.map((counts, column) => ({
    cells: counts.map((count, place) => (kept.has(place) ? null : count)),
    total: showsTotals ? (totals[column] ?? 0) : null,
  }));
}

/** Whether the sum of counts leaves each of them every number from 1 to 7: it may neither ask for low ones nor, where none is higher, for high ones. */
function isOpen(counts: readonly number[]): boolean {
  const sum = counts.reduce((before, count) => before + count, 0);
  if (sum === 0) return true;
  const others = counts.length - 1;
  const isHighEnough = sum >= others + smallest;
  const isLowEnough = sum <= others * smallest + 1 || counts.some((count) => count > smallest);
  return others > 0 && isHighEnough && isLowEnough;
}
