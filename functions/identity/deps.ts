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
  /** In demo mode the code is part of the answer, for the page to show. */
  demo: boolean;
}>;
