import { setFact } from '#lib/offline/database.ts';
import { phoneKeyOf, publicKeyOf } from '#lib/offline/phone-key.ts';
import { person } from './whose.ts';

/** How long the server is left alone after a refusal: who is no volunteer has none to register; milliseconds. */
const untilAskedAgain = 60 * 60_000;

/** Has the key of this phone registered for the person who is signed in, once. One that was switched off stays so until she signs in anew. */
export async function registerPhoneKey(): Promise<void> {
  const whose = await person();
  if (whose === 'none') return;
  const key = await phoneKeyOf(whose);
  if (key.isRegistered || Date.now() - key.refusedAt < untilAskedAgain) return;
  const answer = await fetch('/api/attendance-keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ publicKey: await publicKeyOf(key) }),
  });
  if (whose !== (await person())) return;
  await setFact('key', { ...key, ...(answer.ok ? { isRegistered: true } : { refusedAt: Date.now() }) });
}
