/** A new seed for the commands of one rendering of a page. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/**
 * The `Idempotency-Key` of one command, 43 characters of `[A-Za-z0-9_-]`, from the key that the page was rendered with and the command
 * itself. A double click sends the same command and so the same key; a corrected form, another form of the page, or the
 * second of two commands in one action is another command and gets a key of its own.
 */
export async function commandKey(seed: string, method: string, url: string, body: unknown): Promise<string> {
  const text = JSON.stringify([seed, method, url, typeof body === 'string' ? body : '']);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
