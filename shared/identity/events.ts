import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { Grant } from './roles.ts';

/** Somebody has a role, from now or from a day to come; as a deputy when somebody is away. */
export const grantGiven = eventType(
  'identity.grantGiven',
  Grant.extend({
    accountId: Id('account'),
    from: Instant.optional(),
    until: Instant.optional(),
    isDeputy: z.boolean(),
  }),
);

/** Somebody signed in with a browser that their account has not seen before, though it has seen others. */
export const newDeviceSeen = eventType(
  'identity.newDeviceSeen',
  z.object({ accountId: Id('account'), browser: z.string(), system: z.string() }),
);

/** Somebody signs in by another number from now on; both under masks. `desk`: a coordinator changed it, who saw the document. */
export const mobileChanged = eventType(
  'identity.mobileChanged',
  z.object({ accountId: Id('account'), by: z.enum(['self', 'desk']), before: z.string(), after: z.string() }),
);

/** Somebody has a role no longer. One that lapses by its own date tells nobody. */
export const grantEnded = eventType('identity.grantEnded', Grant.extend({ accountId: Id('account') }));

/** What may change about how a person signs in. */
export const signInChanges = [
  'passkeyAdded',
  'passkeyRemoved',
  'passkeysReset',
  'passkeyStopped',
  'providerLinked',
  'providerUnlinked',
] as const;

/** The ways in which somebody signs in are not what they were: they are told, in case it was not them. */
export const signInChanged = eventType(
  'identity.signInChanged',
  z.object({ accountId: Id('account'), change: z.enum(signInChanges) }),
);
