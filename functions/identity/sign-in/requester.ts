import { networkOf } from '@kaifong/shared/identity/sign-in-budget.ts';
import { epochSeconds, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { nobody } from '../../platform/actor.ts';
import { digestOf } from '../../platform/digest.ts';
import type { ApiEnv } from '../../platform/kit.ts';
import { visitorAddress } from '../../platform/visitor.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account, KnownDevice, MobileOwner, Rate } from '../identity.table.ts';
import { deviceCookie } from './cookie.ts';

/** Where a request to sign in came from: the address, the number in the browser's cookie if it has one, and what the browser says it is. */
export type Requester = Readonly<{ address: string; deviceId?: string | undefined; userAgent: string }>;

export function requesterOf(context: Context<ApiEnv>): Requester {
  const deviceId = getCookie(context, deviceCookie);
  return { address: networkOf(visitorAddress(context)), deviceId, userAgent: context.req.header('user-agent') ?? '' };
}

/** What a browser's number is stored as. */
export const deviceDigest = (deviceId: string) => digestOf('device', deviceId).slice(0, 22);

/** The digest of the browser that a request comes from; none for one that we have not met. */
export function deviceDigestIn(context: Context): string | undefined {
  const { deviceId } = requesterOf(context);
  return deviceId && deviceDigest(deviceId);
}

/** Who asks for a number: its account if it has one, and whether the account knows the browser. */
export async function askerOf({ table }: Pick<IdentityDeps, 'table'>, mobileIndex: string, requester: Requester) {
  const device = requester.deviceId ? deviceDigest(requester.deviceId) : '';
  const owner = await table.get(MobileOwner, { mobileIndex });
  // Read for a number that is nobody's as well, so that the time of the answer does not tell whether somebody has it.
  const { accountId } = owner ?? { accountId: nobody };
  const [account, known] = await table.getPair([Account, { id: accountId }], [KnownDevice, { accountId, device }]);
  const asking = {
    number: mobileIndex,
    address: digestOf(requester.address),
    device,
    isKnown: device !== '' && known !== undefined,
  };
  return { account, device, asking };
}

/** The write that counts one more in this hour, refused when there were enough. */
export function countOne(
  { table }: Pick<IdentityDeps, 'table'>,
  { subject, perHour }: Readonly<{ subject: string; perHour: number }>,
  now: Instant,
) {
  const hour = hourOf(now);
  const purgeAt = epochSeconds(now) + 7200;
  return table.adjust(
    Rate,
    { subject, hour },
    { add: { count: 1 }, set: { subject, hour, purgeAt } },
    { below: { count: perHour } },
  );
}

export const hourOf = (now: Instant) => now.slice(0, 13);

/** Minutes until the next hour begins, when all is counted anew. */
export const minutesLeftIn = (now: Instant) => 60 - Number(now.slice(14, 16));
