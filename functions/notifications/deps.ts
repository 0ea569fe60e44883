import type { People } from '../people/index.ts';
import type { Table } from '../platform/table.ts';
import type { Scheduling } from '../scheduling/index.ts';

export type NotificationsDeps = Readonly<{ table: Table; people: People; scheduling: Scheduling }>;
