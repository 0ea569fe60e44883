import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Keyring } from './keyring.ts';

/** A keyring over two KMS keys: a symmetric one that wraps data keys, and an HMAC_256 one for digests. */
export function kmsKeyring(client: KMSClient, keys: Readonly<{ sealing: string; indexing: string }>): Keyring {
  return {
    newDataKey: async () => {
      const answer = await client.send(new GenerateDataKeyCommand({ KeyId: keys.sealing, KeySpec: 'AES_256' }));
      return { key: bytes(answer.Plaintext), wrapped: bytes(answer.CiphertextBlob).toString('base64url') };
    },
    unwrap: async (wrapped) => {
      const blob = Buffer.from(wrapped, 'base64url');
      return bytes((await client.send(new DecryptCommand({ KeyId: keys.sealing, CiphertextBlob: blob }))).Plaintext);
    },
    mac: async (text) => {
      const answer = await client.send(
        new GenerateMacCommand({ KeyId: keys.indexing, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(text) }),
      );
      return bytes(answer.Mac).toString('base64url');
    },
  };
}

function bytes(value: Uint8Array | undefined): Buffer {
  if (!value) throw new Error('KMS answered without bytes');
  return Buffer.from(value);
}
