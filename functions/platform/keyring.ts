import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Holds a master key: makes and unwraps data keys and keys digests, without ever handing the master key out. */
export type Keyring = Readonly<{
  newDataKey: () => Promise<Readonly<{ key: Buffer; wrapped: string }>>;
  unwrap: (wrapped: string) => Promise<Buffer>;
  /** HMAC-SHA-256 of a text, base64url. */
  mac: (text: string) => Promise<string>;
}>;

/** A keyring over a 32-byte master key, as one machine keeps it in a file with mode 0600. */
export function masterKeyring(master: Buffer): Keyring {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `kaifong ${purpose}`, 32));
  const wrapping = derived('wrapping');
  const indexing = derived('indexing');
  return {
    newDataKey: async () => {
      const key = randomBytes(32);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
      const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
      return { key, wrapped: wrapped.toString('base64url') };
    },
    unwrap: async (wrapped) => {
      const bytes = Buffer.from(wrapped, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    },
    mac: async (text) => createHmac('sha256', indexing).update(text).digest('base64url'),
  };
}
