import { createHash } from 'node:crypto';

/** A digest of several texts that no other split of them shares. */
export function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
