import { keyAlgorithm, keyIdOf, signedText, signingAlgorithm } from '@kaifong/shared/attendance/device-keys.ts';
import type { Command } from './command.ts';
import { fact, forgetFact, type PhoneKey, setFact } from './database.ts';

/** The key of this person in this phone: made when there is none, or when another person's is there. */
export async function phoneKeyOf(person: string): Promise<PhoneKey> {
  const known = await fact('key');
  if (known?.person === person) return known;
  const pair = (await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])) as CryptoKeyPair;
  const key = { person, pair, isRegistered: false, refusedAt: 0 };
  await setFact('key', key);
  return key;
}

/** Nothing of a person stays when she signs out. */
export const forgetPhoneKey = () => forgetFact('key');

/** The public half as it is registered. */
export async function publicKeyOf({ pair }: PhoneKey): Promise<string> {
  return base64(await crypto.subtle.exportKey('spki', pair.publicKey));
}

/** A command as it is put aside: a coming or going with a code is signed there and then, by the key of this phone if it has one. */
export async function signed(command: Command, person: string): Promise<Command> {
  const form = new URLSearchParams(command.body);
  const [code, tappedAt] = [form.get('code')?.trim(), form.get('tappedAt')];
  const isCheckIn = command.kind === 'checkIn' || command.kind === 'checkOut';
  const key = await fact('key');
  if (!isCheckIn || !code || !tappedAt || key?.person !== person) return command;
  const entry = { what: command.kind === 'checkIn' ? 'in' : 'out', shiftId: command.shiftId, code, tappedAt } as const;
  const signature = await crypto.subtle.sign(signingAlgorithm, key.pair.privateKey, signedText(entry));
  form.set('signature', `${await keyIdOf(await publicKeyOf(key))}.${base64(signature)}`);
  return { ...command, body: `${form}` };
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
