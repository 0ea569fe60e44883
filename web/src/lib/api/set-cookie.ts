/** What the site needs of a `Set-Cookie` line; `maxAge` in seconds. */
export type SetCookie = Readonly<{ name: string; value: string; maxAge?: number; expires?: Date }>;

/** Reads one `Set-Cookie` line; undefined when it names no cookie. */
export function parseSetCookie(line: string): SetCookie | undefined {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name, value] = splitAt(pair);
  if (name === '' || value === undefined) return undefined;
  const found = new Map(attributes.map(splitAt).map(([key, text]) => [key.toLowerCase(), text]));
  const maxAge = Number.parseInt(found.get('max-age') ?? '', 10);
  const expires = new Date(found.get('expires') ?? '');
  return {
    name,
    value: decodeURIComponent(value),
    ...(Number.isNaN(maxAge) ? {} : { maxAge }),
    ...(Number.isNaN(expires.getTime()) ? {} : { expires }),
  };
}

function splitAt(text: string): [name: string, value: string | undefined] {
  const at = text.indexOf('=');
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
