import { passkeyErrors } from '@kaifong/shared/identity/passkey-errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Command } from '../../platform/request.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { Challenge, challengeDigest } from './passkey.table.ts';

/** Time enough to find a key in a bag. */
export const challengeLife = 5 * minute;

/** Whose challenge it is: only the browser that asked, and for a new passkey only that person. */
export type Asked = Readonly<{ purpose: Challenge['purpose']; device: string; accountId?: string }>;

/** The write that keeps a challenge until it is answered. */
export function keepChallenge(table: Table, challenge: string, asked: Asked, now: Instant): Write {
  const digest = challengeDigest(challenge);
  return table.put(Challenge, { digest, ...asked, expiresAt: shiftBy(now, challengeLife) }, { absent: true });
}

/**
 * The challenge that a browser's answer is about, with the write that spends it. A command that is sent again finds its own.
 *
 * @throws AppError passkey.expired for one that is over, was used, or is somebody else's
 */
export async function answeredChallenge(
  table: Table,
  command: Pick<Command, 'now' | 'idempotencyKey'>,
  clientDataJSON: string,
  asked: Asked,
): Promise<Readonly<{ challenge: string; isRepeat: boolean; spend: Write }>> {
  const challenge = challengeIn(clientDataJSON);
  const digest = challengeDigest(challenge);
  const usedBy = digestOf(command.idempotencyKey);
  const kept = await table.get(Challenge, { digest });
  const isHers = kept?.purpose === asked.purpose && kept.device === asked.device && kept.accountId === asked.accountId;
  if (!kept || !isHers || kept.expiresAt <= command.now || (kept.usedBy ?? usedBy) !== usedBy) {
    throw new AppError(passkeyErrors.expired);
  }
  const spend = table.adjust(Challenge, { digest }, { set: { usedBy } }, { present: true, is: { usedBy: undefined } });
  return { challenge, isRepeat: kept.usedBy !== undefined, spend };
}

/** What the browser says it was asked; whether it was is checked with the signature. */
function challengeIn(clientDataJSON: string): string {
  try {
    return String(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()).challenge);
  } catch {
    throw new AppError(passkeyErrors.notVerified);
  }
}
