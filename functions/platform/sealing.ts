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
  /** The same for the bytes of a file. */
  sealBytes: (plain: Uint8Array, place: string) => Promise<Buffer>;
  /** @throws Error as `open` does */
  openBytes: (sealed: Uint8Array, place: string) => Promise<Buffer>;
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

  async function encrypt(plain: Uint8Array, place: string) {
    const { key, wrapped } = await dataKey();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { head: ['1', wrapped, nonce.toString('base64url')].join('.'), body };
  }

  async function decrypt(head: string, body: Uint8Array, place: string): Promise<Buffer> {
    const [version, wrapped, nonce] = head.split('.');
    if (version !== '1' || !wrapped || !nonce || body.length === 0) throw new Error('not a sealed value');
    const decipher = createDecipheriv('aes-256-gcm', await keyOf(wrapped), Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(place))
      .setAuthTag(body.subarray(-16));
    return Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
  }

  return {
    seal: async (plain, place) => {
      const { head, body } = await encrypt(Buffer.from(plain, 'utf8'), place);
      return `${head}.${body.toString('base64url')}`;
    },
    open: async (sealed, place) => {
      const end = sealed.lastIndexOf('.');
      const body = Buffer.from(sealed.slice(end + 1), 'base64url');
      return (await decrypt(sealed.slice(0, Math.max(end, 0)), body, place)).toString('utf8');
    },
    sealBytes: async (plain, place) => {
      const { head, body } = await encrypt(plain, place);
      return Buffer.concat([Buffer.from(`${head}.`), body]);
    },
    openBytes: async (sealed, place) => {
      // The head is text with two dots inside and one behind it; what follows is the body as it is.
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
      let end = -1;
      for (let dots = 0; dots < 3; dots += 1) end = bytes.indexOf(0x2e, end + 1);
      return decrypt(bytes.subarray(0, Math.max(end, 0)).toString('latin1'), bytes.subarray(end + 1), place);
    },
    blindIndex: (kind, value) => keyring.mac(`${kind}:${value}`),
  };
}
