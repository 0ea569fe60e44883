import { deviceOf } from '@kaifong/shared/identity/device.ts';
import { newDeviceSeen } from '@kaifong/shared/identity/events.ts';
import type { SignInWay } from '@kaifong/shared/identity/passkeys.ts';
import { longestSession } from '@kaifong/shared/identity/session-limits.ts';
import { type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Write } from '../../platform/transact.ts';
import type { IdentityDeps } from '../deps.ts';
import { type Account, KnownDevice, Session } from '../identity.table.ts';
import type { Requester } from './requester.ts';
import { hashOf } from './session.service.ts';

/** What a session is started with, in whatever way the person proved who they are. */
export type Start = Readonly<{
  account: Account;
  /** The secret half of the token. */
  secret: string;
  way: SignInWay;
  /** The digest of the browser's number, and whether the account knows it. */
  device: string;
  isKnown: boolean;
  requester: Requester;
  now: Instant;
}>;

/** The writes that start a session and make its browser known, with the notice of a new one where the account has others. */
export async function sessionWrites(
  { table }: Pick<IdentityDeps, 'table'>,
  { account, secret, way, device, isKnown, requester, now }: Start,
): Promise<Record<'session' | 'known', Write> & { event?: Write }> {
  const browser = deviceOf(requester.userAgent);
  const session = {
    accountId: account.id,
    hash: hashOf(secret),
    epoch: account.epoch,
    startedAt: now,
    expiresAt: shiftBy(now, longestSession),
    ...(way !== 'code' && { way }),
    ...browser,
  };
  const writes = {
    session: table.put(Session, session),
    known: table.put(KnownDevice, { accountId: account.id, device, lastAt: now }),
  };
  if (isKnown) return writes;
  const others = { range: { beginsWith: 'DEVICE#' }, limit: 1 };
  const { items } = await table.query(KnownDevice, `ACCOUNT#${account.id}`, others);
  if (items.length === 0) return writes;
  const event = newDeviceSeen.make(now, { accountId: account.id, ...browser });
  return { ...writes, event: table.put(EventItem, event, { absent: true }) };
}
