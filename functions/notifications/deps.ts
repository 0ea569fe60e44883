import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Identity } from '../identity/index.ts';
import type { People } from '../people/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { Scheduling } from '../scheduling/index.ts';
import type { Messenger } from './messenger.ts';

export type NotificationsDeps = Readonly<{
  table: Table;
  identity: Pick<Identity, 'accounts' | 'grants'>;
  people: People;
  scheduling: Scheduling;
  sealer: Sealer;
  messenger: Messenger;
  now: () => Instant;
}>;
