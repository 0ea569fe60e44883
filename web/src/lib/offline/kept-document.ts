/** Scripts, styles and drawings without which a document does not work, as paths from the root. Their names carry a hash of what they hold. */
export function assetsOf(document: string): string[] {
  return [...new Set([...document.matchAll(/_app\/immutable\/[\w./-]+\.(?:js|css|svg)/g)].map(([path]) => `/${path}`))];
}

/**
 * A kept document as it is shown again: it says of when it is (in words, without quotation marks), and its forms get a new seed for their idempotency keys. With the old one,
 * a command that is given a second time, days later, would be taken for the first and get its answer.
 */
export function shownAgain(document: string, { ofWhen, newSeed }: { ofWhen: string; newSeed: string }): string {
  const [, seed] = /name="idempotencyKey" value="([0-9a-f]{32})"/.exec(document) ?? [];
  const reseeded = seed ? document.replaceAll(seed, newSeed) : document;
  return reseeded.replace('<html ', `<html data-kept="${ofWhen}" `);
}

/** The language that a document is written in. */
export function languageOf(document: string): string | undefined {
  return /<html[^>]* lang="([\w-]+)"/.exec(document)?.[1];
}

/** Dresses a page that was made at build time, for nobody, as the person likes to see the site. */
export function dressed(document: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return document.replace('<html ', `<html${written.join('')} `);
}
