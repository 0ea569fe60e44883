import type { Identity } from '../identity/index.ts';
import type { Certificates, People } from '../people/index.ts';
import type { ProvincialSystem } from '../platform/provincial-gateway.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Settings } from '../platform/settings.ts';
import type { Table } from '../platform/table.ts';
import type { Scheduling } from '../scheduling/index.ts';

export type AttendanceDeps = Readonly<{
  table: Table;
  /** Where care hands over the days of counsellors. */
  totals: Table;
  sealer: Sealer;
  identity: Identity;
  people: People;
  scheduling: Scheduling;
  /** What the district has set of graces, approvals, notices and stars. */
  settings: Settings;
  /** Where the files lie that prove something. */
  keptFiles: Certificates['keptFiles'];
  /** Who was at which training. */
  trainings: Pick<Certificates['trainings'], 'recordedBetween'>;
  /** The volunteer system of the province, where this installation is connected to one. */
  province?: ProvincialSystem | undefined;
  /** Reads the font that certificates are set in. */
  readFont: () => Promise<Uint8Array>;
}>;
