import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Identity } from '../identity/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { People } from '../people/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';

export type SchedulingDeps = Readonly<{
  table: Table;
  /** For the lines of the audit, and who leads a team. */
  identity: Pick<Identity, 'audit' | 'accounts'>;
  people: People;
  organisation: Organisation;
  /** For addresses that nobody can guess. */
  sealer: Pick<Sealer, 'blindIndex'>;
  /** Whether somebody has checked in at a shift. Attendance knows it and stands above scheduling, so the answer is handed down. */
  hasCome: (shiftId: string, volunteerId: string) => Promise<boolean>;
  /** For what scheduling does about events; a command brings its own. */
  now: () => Instant;
}>;
