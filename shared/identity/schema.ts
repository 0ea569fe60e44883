import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { browserNames, type Device, systemNames } from './device.ts';
import { Grant } from './roles.ts';

/** A mobile number as a person types it; which forms are real numbers is decided by `parseMobile`. */
export const MobileText = z
  .string({ error: 'mobile.invalid' })
  .trim()
  .min(8, { error: 'mobile.invalid' })
  .max(24, { error: 'mobile.invalid' });

export const CodeRequest = z.object({ mobile: MobileText });

/** How long the code works. `demoCode` is there in demo mode only. */
export const CodeSent = z.object({ expiresInSeconds: z.int(), demoCode: z.string().optional() });

export const SignIn = z.object({
  mobile: MobileText,
  code: z
    .string({ error: 'code.invalid' })
    .trim()
    .regex(/^\d{6}$/, { error: 'code.invalid' }),
});

/** A session of the person who asks, as a list shows it; `id` tells it from their other ones and opens nothing. */
export const OwnSession = z.object({
  id: z.string(),
  browser: z.enum(Object.keys(browserNames) as [Device['browser']]),
  system: z.enum(Object.keys(systemNames) as [Device['system']]),
  startedAt: Instant,
  seenAt: Instant,
  isThis: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const SessionParams = z.object({ sessionId: z.string().regex(/^[\w-]{16}$/) });

/** Who is signed in, for the site to greet and to show by. */
export const Me = z.object({
  account: z.object({
    id: Id('account'),
    name: z.string().optional(),
    volunteerId: Id('volunteer').optional(),
    roles: z.array(Grant),
  }),
});
export type Me = z.infer<typeof Me>;

/** The part of a copy of one's own data that lies with the account. */
export const OwnAccountData = z.object({
  id: Id('account'),
  name: z.string().optional(),
  mobile: z.string(),
  createdAt: Instant,
  roles: z.array(Grant),
  sessions: z.array(z.object({ startedAt: Instant, expiresAt: Instant })),
  passkeys: z.array(
    z.object({
      name: z.string(),
      isSynced: z.boolean(),
      createdAt: Instant,
      usedAt: Instant.optional(),
      stoppedAt: Instant.optional(),
    }),
  ),
  /** The sign-in of the government, when it is linked. */
  provider: z.object({ linkedAt: Instant }).optional(),
});
export type OwnAccountData = z.infer<typeof OwnAccountData>;

export const Done = z.object({ done: z.literal(true) });
