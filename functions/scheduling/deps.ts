import type { Organisation } from '../organisation/index.ts';
import type { People } from '../people/index.ts';
import type { Table } from '../platform/table.ts';

export type SchedulingDeps = Readonly<{ table: Table; people: People; organisation: Organisation }>;
