import type { Snippet } from 'svelte';

/** A column of a `DataTable`: its heading, and what stands in it, as text or drawn by a snippet. */
export type Column<Row> = Readonly<{ label: string; numeric?: boolean }> &
  ({ text: (row: Row) => string | number } | { cell: Snippet<[Row]> });
