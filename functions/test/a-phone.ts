import type { webcrypto } from 'node:crypto';
import { keyAlgorithm, keyIdOf, signedText, signingAlgorithm } from '@kaifong/shared/attendance/device-keys.ts';

type Entry = Parameters<typeof signedText>[0];

/** A phone with a key of its own, as a browser makes it. */
export async function aPhone() {
  const pair = (await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64');
  const keyId = await keyIdOf(publicKey);
  return {
    publicKey,
    keyId,
    /** What it sends of a coming or going that it kept. */
    async sign(entry: Entry): Promise<{ code: string; tappedAt: string; signature: string }> {
      const bytes = await crypto.subtle.sign(signingAlgorithm, pair.privateKey, signedText(entry));
      const { code, tappedAt } = entry;
      return { code, tappedAt, signature: `${keyId}.${Buffer.from(bytes).toString('base64')}` };
    },
  };
}
