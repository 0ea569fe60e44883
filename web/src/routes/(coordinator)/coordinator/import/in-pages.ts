/** A page of a file that comes in pages. */
export type FilePage = Readonly<{ csv: string; cursor?: string | undefined }>;

/**
 * A file page by page, each fetched when the browser has taken the one before, so that a long file is never held as a whole. When a page
 * cannot be had the download breaks off, which the browser shows, in place of a file that looks whole.
 */
export function inPages(first: FilePage, pageAt: (cursor: string) => Promise<FilePage>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: FilePage | undefined;
  return new ReadableStream({
    async pull(controller) {
      page = page === undefined ? first : await pageAt(page.cursor ?? '');
      if (page.csv) controller.enqueue(encoder.encode(page.csv));
      if (!page.cursor) controller.close();
      else if (!page.csv) await this.pull?.(controller);
    },
  });
}
