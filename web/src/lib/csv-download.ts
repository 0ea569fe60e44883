/** A CSV file to be saved. */
export function csvDownload(filename: string, csv: string | ReadableStream<Uint8Array>): Response {
  return fileDownload(filename, 'text/csv; charset=utf-8', csv);
}

/**
 * A file to be saved, never shown: it may hold personal data, so that nothing keeps a copy on the way. The name may be Chinese; a
 * browser that does not know how to read it falls back to plain letters (RFC 6266).
 */
export function fileDownload(filename: string, type: string, body: string | ReadableStream<Uint8Array>): Response {
  const plain = filename.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
