import * as z from 'zod';
import { browserNames, systemNames } from '../identity/device.ts';
import { Instant } from '../kernel/time.ts';

/** Most keys that a volunteer has: the oldest make room. */
export const mostKeys = 10;

/** ECDSA over P-256 with SHA-256: what WebCrypto makes in every browser, and what never leaves it when it is not extractable. */
export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The public half of a key that lives in a phone: SPKI in base64, which is 91 bytes for P-256. */
export const NewDeviceKey = z.object({
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{122}==$/, { error: 'field.choice' }),
});
export type NewDeviceKey = z.infer<typeof NewDeviceKey>;

export const KeyId = z.string().regex(/^[0-9a-f]{32}$/);

/** A key as its volunteer sees it. What is signed with one that was revoked goes to the leader. */
export const DeviceKey = z.object({
  keyId: KeyId,
  browser: z.enum(Object.keys(browserNames) as [keyof typeof browserNames]),
  system: z.enum(Object.keys(systemNames) as [keyof typeof systemNames]),
  registeredAt: Instant,
  revokedAt: Instant.optional(),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

export const DeviceKeys = z.object({ items: z.array(DeviceKey) });
export const DeviceKeyParams = z.object({ keyId: KeyId });

/** The name of a key: the first 128 bits of the digest of its public half. */
export async function keyIdOf(publicKey: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(publicKey)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is signed of a coming or going when it is put aside for want of a network. */
export function signedText(
  entry: Readonly<{ what: 'in' | 'out'; shiftId: string; code: string; tappedAt: string }>,
): Uint8Array<ArrayBuffer> {
  const { what, shiftId, code, tappedAt } = entry;
  return new TextEncoder().encode(JSON.stringify(['kaifong check-in 1', what, shiftId, code, tappedAt]));
}

/** A signature as it travels: the key that made it, and its 64 bytes in base64. */
export const signatureForm = /^([0-9a-f]{32})\.([A-Za-z0-9+/]{86}==)$/;

/**
 * What a signature says of an entry that comes late. `noKeys`: the volunteer has no phone that could have signed, so that code and clock
 * decide alone; `unproven`: there is none though there could be, or it is not right.
 */
export type SignatureVerdict = 'signed' | 'noKeys' | 'unproven';
