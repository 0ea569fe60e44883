import type { People } from '../people/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { Scheduling } from '../scheduling/index.ts';

export type AttendanceDeps = Readonly<{ table: Table; sealer: Sealer; people: People; scheduling: Scheduling }>;
