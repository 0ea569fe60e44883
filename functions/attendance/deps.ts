import type { Identity } from '../identity/index.ts';
import type { Certificates, People } from '../people/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { Scheduling } from '../scheduling/index.ts';

export type AttendanceDeps = Readonly<{
  table: Table;
  sealer: Sealer;
  identity: Identity;
  people: People;
  scheduling: Scheduling;
  /** Where the files lie that prove something. */
  keptFiles: Certificates['keptFiles'];
  /** Reads the font that certificates are set in. */
  readFont: () => Promise<Uint8Array>;
}>;
