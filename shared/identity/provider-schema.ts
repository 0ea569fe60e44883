import * as z from 'zod';
import { Instant } from '../kernel/time.ts';
import { Me } from './schema.ts';

/** What somebody goes to the government's identity provider for: to sign in, or to have it know this account from then on. */
export const ProviderPurpose = z.enum(['signIn', 'link']);

/** `to` is where on the site they want to be afterwards. */
export const Departure = z.object({ purpose: ProviderPurpose, to: z.string().startsWith('/').max(500).optional() });
export type Departure = z.infer<typeof Departure>;

export const Departed = z.object({ location: z.url() });

/** What the provider sent them back with, as it stands in the address. */
export const Arrival = z.object({
  parameters: z.object({ state: z.string().max(200) }).catchall(z.string().max(2000)),
});
export type Arrival = z.infer<typeof Arrival>;

export const Arrived = z.object({ purpose: ProviderPurpose, to: z.string().optional(), me: Me.optional() });
export type Arrived = z.infer<typeof Arrived>;

/** Whether the own account is linked. `isOffered` whether this installation has such a provider. */
export const ProviderLink = z.object({ isOffered: z.boolean(), linkedAt: Instant.optional() });
