import { inPages } from '../../import/in-pages.ts';

type RowsPage = Readonly<{ rows?: readonly unknown[] | undefined; cursor?: string | undefined }>;

/** A list in JSON that comes in pages, one record a line, none of which is held longer than it takes to pass it on. */
export function jsonInPages(first: RowsPage, pageAt: (cursor: string) => Promise<RowsPage>) {
  let before = '[';
  const asText = ({ rows = [], cursor }: RowsPage) => {
    const lines = rows.map((row) => {
      const line = `${before}\n${JSON.stringify(row)}`;
      before = ',';
      return line;
    });
    const end = cursor ? '' : `${before === '[' ? '[' : ''}\n]\n`;
    return { csv: lines.join('') + end, cursor };
  };
  return inPages(asText(first), async (cursor) => asText(await pageAt(cursor)));
}
