import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';

/**
 * The text of a body of at most `limit` bytes; the rest of a longer one is never read.
 *
 * @throws AppError platform.bodyTooLarge, platform.bodyNotJson for what is not UTF-8
 */
export async function readBody(request: globalThis.Request, limit: number): Promise<string> {
  const tooLarge = () => new AppError(platformErrors.bodyTooLarge, { limit: `${Math.floor(limit / 1024)} KB` });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  if (!request.body) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new AppError(platformErrors.bodyNotJson) : error;
  }
}
