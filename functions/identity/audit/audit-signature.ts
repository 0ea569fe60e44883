import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Sealer } from '../../platform/sealing.ts';

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key pair that signs files of the audit: derived from the keyring, so that no secret of its own has to be kept anywhere. */
export async function auditKeys(
  sealer: Sealer,
): Promise<{ privateKey: KeyObject; publicKey: KeyObject; keyId: string }> {
  const seed = Buffer.from(await sealer.blindIndex('auditSigningKey', '1'), 'base64url').subarray(0, 32);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

/** A name for a public key: the first 16 hex digits of its SHA-256. */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** The file with a last line that tells what it is, by which key it is signed, and the signature of all that stands before it. */
export function signedFile(body: string, about: string, keys: Awaited<ReturnType<typeof auditKeys>>): string {
  const signed = `${body}#kaifong-audit,${about},ed25519,${keys.keyId},`;
  return `${signed}${sign(null, Buffer.from(signed), keys.privateKey).toString('base64')}\r\n`;
}

export type FileCheck = 'genuine' | 'changed' | 'unsigned' | 'otherKey';

/** Whether a file is as it was signed. A byte more, less or other is `changed`. */
export function checkFile(file: Buffer, publicKey: KeyObject): FileCheck {
  const end = file.lastIndexOf(',');
  const lastLine = file.subarray(file.lastIndexOf('\n#kaifong-audit,') + 1).toString();
  const parts = /^#kaifong-audit,[^,\r\n]*,ed25519,([0-9a-f]{16}),([A-Za-z0-9+/]{86}==)\r\n$/.exec(lastLine);
  if (!parts || end < 0) return 'unsigned';
  if (parts[1] !== keyIdOf(publicKey)) return 'otherKey';
  const isGenuine = verify(null, file.subarray(0, end + 1), publicKey, Buffer.from(parts[2] ?? '', 'base64'));
  return isGenuine ? 'genuine' : 'changed';
}
