import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/**
 * Seals personal data field by field with envelope encryption: AES-256-GCM under a data key, which is itself wrapped by the
 * keyring's master key and travels with the value. The `place` of a field (`volunteer/<id>/documentNumber`) is additional
 * data, so that a sealed value moved to another person or field does not open.
 */
export type Sealer = Readonly<{
  seal: (plain: string, place: string) => Promise<string>;
  /** @throws Error when the value was changed, moved, or sealed under another master key */
  open: (sealed: string, place: string) => Promise<string>;
  /** A keyed digest for looking up a value without storing it; equal values of one `kind` have equal digests. */
  blindIndex: (kind: string, value: string) => Promise<string>;
}>;

type DataKey = Awaited<ReturnType<Keyring['newDataKey']>>;

/** A data key seals at most so many values before the next one is made. */
const sealsPerKey = 10_000;
const openKeysKept = 1_000;

/** A sealer over a keyring. Data keys are kept in memory, so that a list of a hundred people is not a hundred calls for keys. */
export function sealerFor(keyring: Keyring): Sealer {
  let current: Promise<DataKey> | undefined;
  let seals = 0;
  const opened = new Map<string, Promise<Buffer>>();

  const dataKey = () => {
    if (!current || seals >= sealsPerKey) {
      seals = 0;
      current = keyring.newDataKey();
      current.catch(() => {
        current = undefined;
      });
    }
    seals += 1;
    return current;
  };

  const keyOf = (wrapped: string) => {
    const known = opened.get(wrapped);
    if (known) return known;
    if (opened.size >= openKeysKept) opened.delete(opened.keys().next().value ?? '');
    const key = keyring.unwrap(wrapped);
    opened.set(wrapped, key);
    key.catch(() => opened.delete(wrapped));
    return key;
  };

  return {
    seal: async (plain, place) => {
      const { key, wrapped } = await dataKey();
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return ['1', wrapped, nonce.toString('base64url'), body.toString('base64url')].join('.');
    },
    open: async (sealed, place) => {
      const [version, wrapped, nonce, body] = sealed.split('.');
      if (version !== '1' || !wrapped || !nonce || !body) throw new Error('not a sealed value');
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', await keyOf(wrapped), Buffer.from(nonce, 'base64url'))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
    },
    blindIndex: (kind, value) => keyring.mac(`${kind}:${value}`),
  };
}
