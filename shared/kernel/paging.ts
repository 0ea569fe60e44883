import * as z from 'zod';

/** What every list takes: where to go on, and how many at most. */
export const PageQuery = z.object({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** What every list answers; no `cursor` means that this was the last page. */
export const Page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });

export type Page<Item> = { items: Item[]; cursor?: string | undefined };
