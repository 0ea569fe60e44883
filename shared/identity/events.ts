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

/** Somebody has a role no longer. One that lapses by its own date tells nobody. */
export const grantEnded = eventType('identity.grantEnded', Grant.extend({ accountId: Id('account') }));
