import type { OpenedFile } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { fileTypes } from '@kaifong/shared/people/file-name.ts';

/**
 * The answer that hands a file out, piece by piece as it is fetched. The browser saves it and shows nothing of it inside the site; should
 * it be opened all the same, it runs nothing and reaches nothing.
 */
export function fileDownload({ name, type, size, pieces }: OpenedFile, pieceAt: (piece: number) => Promise<string>) {
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (next === pieces) return stream.close();
      stream.enqueue(Buffer.from(await pieceAt(next), 'base64'));
      next += 1;
    },
  });
  const plain = `certificate.${fileTypes[type]}`;
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
