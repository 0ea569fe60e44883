import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Identity } from '../identity/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';

export type PeopleDeps = Readonly<{
  table: Table;
  sealer: Sealer;
  identity: Identity;
  organisation: Organisation;
  now: () => Instant;
}>;
