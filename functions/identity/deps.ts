import type { SessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Organisation } from '../organisation/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { CodePurpose } from './identity.table.ts';

/** A way to send a code to a phone; what it is for decides the words around it. */
export type Sms = Readonly<{
  sendCode: (mobile: string, code: string, purpose: 'signIn' | CodePurpose) => Promise<void>;
}>;

/** A provider of OpenID Connect that this installation is registered with. */
export type ProviderSettings = Readonly<{ issuer: string; clientId: string; secret: () => Promise<string> }>;

/** The ways of signing in besides a code, where an installation has them. */
export type SignInSettings = Readonly<{
  /** The site's own address, `https://kaifong.example`: passkeys hold to it, and the identity provider sends people back to it. An address of figures has no passkeys. */
  origin: string;
  /** The identity provider of the government, where there is one. */
  provider?: ProviderSettings | undefined;
  /** Whether the three administrators must have a passkey for their work. */
  passkeysDue: boolean;
}>;

export type IdentityDeps = Readonly<{
  table: Table;
  /** The table of the audit, which is only ever added to. */
  audit: Table;
  sealer: Sealer;
  organisation: Pick<Organisation, 'mustFindPlace' | 'mustFindTeam'>;
  sms: Sms;
  now: () => Instant;
  /** How long sessions last, by role. */
  sessionLimits: SessionLimits;
  /** What else there is besides codes; nothing when not said. */
  signInWays?: SignInSettings | undefined;
  /** In demo mode the code is part of the answer, for the page to show. */
  demo: boolean;
}>;
